import { BAR_COUNT } from '../../../sound/peaks.ts';
import styles from './WaveformBars.module.css';

const HEIGHT = 24;
const STEP = 3;
const UNKNOWN = Array.from({ length: BAR_COUNT }, () => 0.1);

interface WaveformBarsProps {
  /** Null: not known, which is drawn as a line of dots. */
  readonly bars: readonly number[] | null;
  /** How much of it was heard, 0 to 1. */
  readonly share: number;
}

/** The outline of a sound; what was heard is drawn over the rest in the accent. */
export function WaveformBars({ bars, share }: WaveformBarsProps) {
  const path = outline(bars ?? UNKNOWN);
  return (
    <div aria-hidden="true" className={styles['bars']} style={{ '--share': share }}>
      <Drawing path={path} className={styles['rest']} />
      <Drawing path={path} className={styles['heard']} />
    </div>
  );
}

function Drawing({ path, className }: { path: string; className: string | undefined }) {
  return (
    <svg
      viewBox={`0 0 ${BAR_COUNT * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className}
    >
      <path d={path} />
    </svg>
  );
}

function outline(bars: readonly number[]): string {
  return bars
    .map((bar, index) => {
      const half = (bar * (HEIGHT - 2)) / 2;
      return `M${index * STEP + STEP / 2} ${HEIGHT / 2 - half}v${2 * half}`;
    })
    .join('');
}
