import { describe, expect, it } from 'vitest';
import { BAR_COUNT, gatherPeaks } from '../../../renderer/sound/peaks.ts';

const RATE = 48_000;

/** A tone of this loudness, to be drawn. */
function tone(seconds: number, loudness: number): Float32Array {
  return Float32Array.from(
    { length: seconds * RATE },
    (_none, index) => loudness * Math.sin((index * 2 * Math.PI * 440) / RATE),
  );
}

describe('the outline of a sound', () => {
  it('is low where it is quiet and full where it is loudest, however softly it was spoken', () => {
    const peaks = gatherPeaks(2);
    peaks.add(tone(1, 0.05), 0, RATE);
    peaks.add(tone(1, 0.2), 1, RATE);
    const bars = peaks.bars();
    expect(bars).toHaveLength(BAR_COUNT);
    for (const bar of bars.slice(0, BAR_COUNT / 2)) expect(bar).toBeCloseTo(0.25, 1);
    for (const bar of bars.slice(BAR_COUNT / 2)) expect(bar).toBeCloseTo(1, 1);
  });

  it('is the same in whatever pieces and order the samples come', () => {
    const whole = tone(1, 0.5).map((sample, index) => sample * (index / RATE));
    const [once, inPieces] = [gatherPeaks(1), gatherPeaks(1)];
    once.add(whole, 0, RATE);
    const piece = RATE / 10;
    for (let index = 9; index >= 0; index -= 1) {
      inPieces.add(whole.subarray(index * piece, (index + 1) * piece), index / 10, RATE);
    }
    expect(inPieces.bars()).toEqual(once.bars());
  });

  it('of silence is a flat line, not nothing', () => {
    const peaks = gatherPeaks(1);
    const hiss = new Float32Array(RATE).map((_none, index) => (index % 2 === 0 ? 1e-4 : -1e-4));
    peaks.add(hiss, 0, RATE);
    expect(new Set(peaks.bars())).toEqual(new Set([0.06]));
  });

  it('holds samples that lie a little outside, as pre-roll and rounding make them', () => {
    const peaks = gatherPeaks(1);
    peaks.add(new Float32Array([0.9]), -0.01, RATE);
    peaks.add(new Float32Array([0.9]), 1.01, RATE);
    const bars = peaks.bars();
    expect([bars.at(0), bars.at(-1)]).toEqual([1, 1]);
  });
});
