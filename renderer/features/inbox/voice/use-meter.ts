import { useEffect, useEffectEvent, useState } from 'react';
import { recordedMs } from '../../../sound/recording.ts';
import type { Recording } from '../../../sound/recording.ts';
import { useRecorder } from '../../../stores/recorder.ts';
import { LEVEL_COUNT } from './LevelMeter.tsx';

const EVERY_MS = 90;

interface Meter {
  readonly elapsedMs: number;
  /** 0 to 1, the newest last. */
  readonly levels: readonly number[];
}

const SILENT: Meter = { elapsedMs: 0, levels: Array.from({ length: LEVEL_COUNT }, () => 0) };

/** Looks at the clock and at the microphone several times a second while something is recorded. */
export function useMeter(recording: Recording): Meter {
  const [meter, setMeter] = useState(SILENT);
  const read = useEffectEvent(() => {
    const level = useRecorder.getState().microphone?.level() ?? 0;
    const elapsedMs = recordedMs(recording, performance.now());
    setMeter(({ levels }) => ({ elapsedMs, levels: [...levels.slice(1), level] }));
  });
  const isRunning = recording.phase === 'recording';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => read(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return meter;
}
