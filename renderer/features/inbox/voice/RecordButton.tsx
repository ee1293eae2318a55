import { useTranslation } from 'react-i18next';
import { Mic } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { startRecording } from '../../../stores/recorder.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { recordWhileHeld } from './record-while-held.ts';

/** Starts a recording: by click, by key, or for as long as it is held. */
export function RecordButton({ chatId }: { readonly chatId: ChatId }) {
  const { t } = useTranslation();
  const start = () => void startRecording(chatId);
  useCommand('voiceNote', start);
  return (
    <IconButton
      icon={Mic}
      label={t('voice.record')}
      keys={commandKeysText('voiceNote', window.frontdesk.shell.platform)}
      side="top"
      onPointerDown={(event) => recordWhileHeld(chatId, event)}
      onClick={start}
    />
  );
}
