import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Mic, Pause, Square, Trash2 } from 'lucide-react';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { isTooLongForVoice } from '../../../sound/voice-note-size.ts';
import type { Recording } from '../../../sound/recording.ts';
import {
  cancelRecording,
  finishRecording,
  pauseRecording,
  resumeRecording,
  useRecorder,
} from '../../../stores/recorder.ts';
import { Button } from '../../../ui/Button.tsx';
import { durationText } from '../../../ui/duration-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { SlideHint } from './SlideHint.tsx';
import { useEscape } from './use-escape.ts';
import { useMeter } from './use-meter.ts';
import styles from './RecorderBar.module.css';

/** A recording that is under way. */
export type Underway = Exclude<Recording, { readonly phase: 'idle' | 'failed' }>;

/** Stands where the text field stands while something is recorded: time, level, stop, cancel, send. */
export function RecorderBar({ recording }: { readonly recording: Underway }) {
  const { t } = useTranslation();
  const stop = useRef<HTMLButtonElement>(null);
  const { elapsedMs, levels } = useMeter(recording);
  const isTooLong = useRecorder((state) => isTooLongForVoice(state.bytes));
  const isHeld = useRecorder((state) => state.slide !== undefined);
  const { phase } = recording;
  const isLive = phase === 'recording' || phase === 'paused';
  const { platform } = window.frontdesk.shell;

  useCommand('voiceNote', () => void finishRecording('keep'));
  useEscape(phase === 'finishing' ? undefined : cancelRecording);
  // Not before: a press of the mouse takes the focus along when its button makes room.
  useEffect(() => {
    if (isLive) stop.current?.focus();
  }, [isLive]);

  return (
    <section aria-label={t('voice.recorder')} className={styles['recorder']}>
      <div className={styles['line']}>
        <IconButton
          icon={Trash2}
          label={t('voice.cancel')}
          keys="Esc"
          side="top"
          disabled={phase === 'finishing'}
          onClick={cancelRecording}
        />
        <span className={styles['dot']} data-phase={phase} />
        <span role="timer" aria-label={t('voice.time')} className={styles['time']}>
          {durationText(elapsedMs / 1000)}
        </span>
        {isHeld ? <SlideHint /> : <LevelMeter levels={levels} />}
        <p className={styles['phase']}>{isHeld ? '' : t(`voice.phase.${phase}`)}</p>
        <IconButton
          icon={phase === 'paused' ? Mic : Pause}
          label={t(phase === 'paused' ? 'voice.resume' : 'voice.pause')}
          side="top"
          disabled={!isLive}
          onClick={phase === 'paused' ? resumeRecording : pauseRecording}
        />
        <IconButton
          ref={stop}
          icon={Square}
          label={t('voice.stop')}
          keys={commandKeysText('voiceNote', platform)}
          side="top"
          aria-disabled={!isLive}
          onClick={() => void finishRecording('keep')}
        />
        <Button
          kind="primary"
          className={styles['send']}
          aria-disabled={!isLive}
          onClick={() => void finishRecording('send')}
        >
          {t('composer.send')}
        </Button>
      </div>
      <output className={styles['note']}>{isTooLong ? t('voice.tooLong') : ''}</output>
    </section>
  );
}
