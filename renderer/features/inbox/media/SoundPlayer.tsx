import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Pause, Play } from 'lucide-react';
import { durationText } from '../../../ui/duration-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SavableFile } from './SavableFile.tsx';
import { mediaName } from './media-name.ts';
import type { MediaProps } from './media-props.ts';
import styles from './media.module.css';

const SPEEDS = [1, 1.5, 2] as const;
const STEP_S = 5;

/** Plays a voice message or a song: play and pause, any place in it, three speeds; all by keyboard. */
export function SoundPlayer(props: MediaProps) {
  const { content, file } = props;
  const { t, i18n } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [cannotPlay, setCannotPlay] = useState(false);
  const [position, setPosition] = useState(0);
  const [duration, setDuration] = useState(0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  if (cannotPlay) return <SavableFile {...props} />;

  function toggle() {
    const player = audio.current;
    if (player === null) return;
    // A player that is told to pause before it began rejects; nothing is lost by that.
    if (player.paused) player.play().catch(() => setPlaying(false));
    else player.pause();
  }

  function seek(to: number) {
    const place = Math.min(Math.max(0, to), duration);
    setPosition(place);
    if (audio.current !== null) audio.current.currentTime = place;
  }

  function nextSpeed() {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current !== null) audio.current.playbackRate = next;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === ' ') toggle();
    else if (event.key === 'ArrowLeft') seek(position - STEP_S);
    else if (event.key === 'ArrowRight') seek(position + STEP_S);
    else return;
    event.preventDefault();
  }

  const speedText = new Intl.NumberFormat(i18n.language).format(speed);
  return (
    <fieldset aria-label={t(mediaName(content))} className={styles['player']}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- customers send none */}
      <audio
        ref={audio}
        src={window.frontdesk.shell.mediaUrl(file.id)}
        preload="metadata"
        onPlay={(event) => {
          pauseOthers(event.currentTarget);
          setPlaying(true);
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setPosition(0)}
        onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
        onDurationChange={(event) => setDuration(finite(event.currentTarget.duration))}
        onError={() => setCannotPlay(true)}
      />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'media.pause' : 'media.play')}
        className={styles['playButton']}
        onClick={toggle}
      />
      <input
        type="range"
        min={0}
        max={Math.max(duration, 0.1)}
        step="any"
        value={position}
        aria-label={t('media.position')}
        aria-valuetext={`${durationText(position)} / ${durationText(duration)}`}
        className={styles['track']}
        style={{ '--played': `${duration === 0 ? 0 : (position / duration) * 100}%` }}
        onChange={(event) => seek(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
      />
      <span className={styles['time']}>
        {durationText(isPlaying || position > 0 ? position : duration)}
      </span>
      <button
        type="button"
        className={styles['speed']}
        aria-label={t('media.speed', { speed: speedText })}
        onClick={nextSpeed}
      >
        {speedText}×
      </button>
    </fieldset>
  );
}

function finite(duration: number): number {
  return Number.isFinite(duration) ? duration : 0;
}

/** Two voices at once help nobody. */
function pauseOthers(playing: HTMLAudioElement): void {
  for (const other of document.querySelectorAll('audio, video')) {
    if (other instanceof HTMLMediaElement && other !== playing) other.pause();
  }
}
