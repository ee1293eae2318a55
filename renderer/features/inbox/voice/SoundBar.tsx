import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Pause, Play } from 'lucide-react';
import { seek, toggle, usePlayback } from '../../../stores/playback.ts';
import type { Sound } from '../../../stores/playback.ts';
import { useWaveform } from '../../../stores/waveforms.ts';
import { durationText } from '../../../ui/duration-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SpeedButton } from './SpeedButton.tsx';
import { WaveformBars } from './WaveformBars.tsx';
import { useSight } from './use-sight.ts';
import styles from './SoundBar.module.css';

const STEP_S = 5;

interface SoundBarProps {
  readonly sound: Sound;
  readonly bytes: number;
}

/** Plays a sound: any place of it by click, drag and arrow keys, at three speeds. */
export function SoundBar({ sound, bytes }: SoundBarProps) {
  const { t } = useTranslation();
  const frame = useSight(sound, bytes);
  const waveform = useWaveform(sound.url);
  const isCurrent = usePlayback((state) => state.sound?.id === sound.id);
  const isPlaying = usePlayback((state) => isCurrent && state.isPlaying);
  const position = usePlayback((state) => (isCurrent ? state.positionS : 0));
  const heard = usePlayback((state) => (isCurrent ? state.durationS : 0));
  const duration = heard === 0 ? (waveform?.durationS ?? 0) : heard;
  const left = Math.max(0, duration - position);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === ' ') toggle(sound);
    else if (event.key === 'ArrowLeft') seek(sound, position - STEP_S, duration);
    else if (event.key === 'ArrowRight') seek(sound, position + STEP_S, duration);
    else return;
    event.preventDefault();
  }

  return (
    <fieldset ref={frame} aria-label={sound.title} className={styles['player']}>
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'media.pause' : 'media.play')}
        className={styles['playButton']}
        onClick={() => toggle(sound)}
      />
      <div className={styles['track']} data-playing={isPlaying}>
        <WaveformBars
          bars={waveform?.bars ?? null}
          share={duration === 0 ? 0 : position / duration}
        />
        <input
          type="range"
          min={0}
          max={Math.max(duration, 0.1)}
          step="any"
          value={position}
          aria-label={t('media.position')}
          aria-valuetext={`${durationText(position)} / ${durationText(duration)}`}
          className={styles['slider']}
          onChange={(event) => seek(sound, event.currentTarget.valueAsNumber, duration)}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className={styles['time']}>
        {isPlaying || position > 0 ? `−${durationText(left)}` : durationText(duration)}
      </span>
      <SpeedButton />
    </fieldset>
  );
}
