import { useTranslation } from 'react-i18next';
import { Pause, Play, X } from 'lucide-react';
import { play, hold, stopPlaying, usePlayback } from '../../../stores/playback.ts';
import { showMessage } from '../../../stores/thread.ts';
import { durationText } from '../../../ui/duration-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SpeedButton } from './SpeedButton.tsx';
import styles from './NowPlaying.module.css';

/** What goes on playing although its bubble is out of sight, with a way back to it. */
export function NowPlaying() {
  const { t } = useTranslation();
  const sound = usePlayback((state) => (state.isInSight ? undefined : state.sound));
  const isPlaying = usePlayback((state) => state.isPlaying);
  const left = usePlayback((state) => Math.max(0, state.durationS - state.positionS));
  const from = sound?.from;
  if (sound === undefined || from === undefined) return null;
  return (
    <section aria-label={t('voice.nowPlaying')} className={styles['bar']}>
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'media.pause' : 'media.play')}
        onClick={isPlaying ? hold : () => play(sound)}
      />
      <button
        type="button"
        className={styles['title']}
        onClick={() => void showMessage(from.chatId, from.messageId)}
      >
        {sound.title} · <bdi>{from.chatName}</bdi>
      </button>
      <span className={styles['left']}>−{durationText(left)}</span>
      <SpeedButton />
      <IconButton icon={X} label={t('voice.stopPlaying')} onClick={stopPlaying} />
    </section>
  );
}
