import { useTranslation } from 'react-i18next';
import { MicOff } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { dismissRecordingProblem, startRecording, useRecorder } from '../../../stores/recorder.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './RecordingTrouble.module.css';

/** Why nothing was recorded here, or why a recording ended early; and what can be done. */
export function RecordingTrouble({ chatId }: { readonly chatId: ChatId }) {
  const { t } = useTranslation();
  const recording = useRecorder((state) => state.recording);
  if (recording.phase !== 'failed' || recording.chatId !== chatId) return null;
  return (
    <div className={styles['trouble']}>
      <MicOff aria-hidden="true" size={18} strokeWidth={1.75} className={styles['icon']} />
      <p role="alert" className={styles['words']}>
        {t(`voice.problem.${recording.problem}`)}
      </p>
      <Button kind="text" onClick={() => void startRecording(chatId)}>
        {t('voice.again')}
      </Button>
      <Button kind="text" onClick={dismissRecordingProblem}>
        {t('voice.dismiss')}
      </Button>
    </div>
  );
}
