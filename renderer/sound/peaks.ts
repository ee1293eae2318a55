/** As many as a bubble has room for. */
export const BAR_COUNT = 48;

/** What a bar shows where there is nothing to hear, so that the line stays a line. */
const QUIETEST = 0.06;

/** Softer than this is the hiss of a microphone or of a codec, and no voice. */
const SILENCE = 0.01;

/** The outline of a sound: its length, and how loud it is along the way. */
export interface Waveform {
  readonly durationS: number;
  /** `BAR_COUNT` values from 0 to 1; null for what is too long to be drawn. */
  readonly bars: readonly number[] | null;
}

/** Gathers the loudest moment of each of `BAR_COUNT` equal parts, from samples in any order. */
export interface PeakGatherer {
  /** @param atS where the first sample stands, in seconds from the start */
  add(samples: Float32Array, atS: number, sampleRate: number): void;
  bars(): number[];
}

export function gatherPeaks(durationS: number): PeakGatherer {
  const peaks = new Float32Array(BAR_COUNT);
  return {
    add(samples, atS, sampleRate) {
      const barsPerSample = BAR_COUNT / (durationS * sampleRate);
      const start = (atS / durationS) * BAR_COUNT;
      for (const [index, sample] of samples.entries()) {
        const bar = Math.min(BAR_COUNT - 1, Math.max(0, Math.floor(start + index * barsPerSample)));
        peaks[bar] = Math.max(peaks[bar] ?? 0, Math.abs(sample));
      }
    },
    bars() {
      // Somebody who speaks softly is drawn as tall as somebody who shouts.
      const loudest = Math.max(SILENCE, ...peaks);
      return Array.from(peaks, (peak) => Math.max(QUIETEST, peak / loudest));
    },
  };
}
