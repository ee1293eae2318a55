import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Trash2 } from 'lucide-react';
import { stopPlaying, usePlayback } from '../../../stores/playback.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SoundBar } from './SoundBar.tsx';
import styles from './VoiceDraft.module.css';

interface VoiceDraftProps {
  readonly url: string;
  readonly bytes: number;
  readonly onRemove: () => void;
}

/** A voice message that waits in the field: listen to it, delete it, or send it with the rest. */
export function VoiceDraft({ url, bytes, onRemove }: VoiceDraftProps) {
  const { t } = useTranslation();
  useEffect(() => {
    return () => {
      if (usePlayback.getState().sound?.id === url) stopPlaying();
    };
  }, [url]);
  return (
    <div className={styles['draft']}>
      <SoundBar sound={{ id: url, url, title: t('voice.draft'), from: undefined }} bytes={bytes} />
      <IconButton icon={Trash2} label={t('voice.remove')} side="top" onClick={onRemove} />
    </div>
  );
}
