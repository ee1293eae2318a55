import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaFile } from '#shared/models/media-file.ts';
import { stopPlaying, usePlayback } from '../../../stores/playback.ts';
import { SoundBar } from './SoundBar.tsx';
import styles from './VoiceDraft.module.css';

/** A voice message that waits in the field and can be listened to before it is sent. */
export function VoiceDraft({ file }: { readonly file: MediaFile }) {
  const { t } = useTranslation();
  const id = `draft ${file.id}`;
  const url = window.frontdesk.shell.mediaUrl(file.id);
  useEffect(() => {
    return () => {
      if (usePlayback.getState().sound?.id === id) stopPlaying();
    };
  }, [id]);
  return (
    <div className={styles['draft']}>
      <SoundBar
        sound={{ id, url, title: t('voice.draft'), from: undefined }}
        bytes={file.bytes ?? 0}
      />
    </div>
  );
}
