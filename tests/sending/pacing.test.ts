import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allow,
  messagesPerSecond,
  nextTurnAt,
  slowDown,
  spend,
  startPace,
  tokensAt,
} from '#electron/sending/pacing.ts';
import type { Pace } from '#electron/sending/pacing.ts';
import { pairAllowedAt, payForPair } from '#electron/sending/pair-pacing.ts';

const START = Date.UTC(2026, 10, 22, 12);
const LEVELS = ['STANDARD', 'HIGH', 'NOT_APPLICABLE'] as const;

/** The most sends in any second, whichever millisecond it begins with. */
function busiestSecond(times: readonly number[]): number {
  let most = 0;
  let oldest = 0;
  times.forEach((time, index) => {
    while (time - (times[oldest] ?? 0) >= 1000) oldest += 1;
    most = Math.max(most, index - oldest + 1);
  });
  return most;
}

/** Sends as much as the pace lets through, looking at it after each of the pauses. */
function sendGreedily(pace: Pace, pauses: readonly number[], start = START): number[] {
  const sent: number[] = [];
  let now = start;
  let current = pace;
  for (const pause of pauses) {
    now += pause;
    const count = tokensAt(current, now);
    current = spend(current, count, now);
    for (let n = 0; n < count; n += 1) sent.push(now);
  }
  return sent;
}

/** Looks exactly when the pace says that it is worth it. */
function sendPunctually(pace: Pace, forMs: number): number[] {
  const sent: number[] = [];
  let now = START;
  let current = pace;
  while (now < START + forMs) {
    const count = tokensAt(current, now);
    current = spend(current, count, now);
    for (let n = 0; n < count; n += 1) sent.push(now);
    now = Math.max(now + 1, nextTurnAt(current, now));
  }
  return sent;
}

describe('the pace of a number', () => {
  it('knows Meta’s levels, and takes the slowest for one it does not know', () => {
    expect(LEVELS.map(messagesPerSecond)).toEqual([80, 1000, 20]);
  });

  it('never exceeds the allowance in any second, however irregularly it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(20, 80, 1000),
        fc.array(fc.oneof(fc.nat(5), fc.nat(60), fc.nat(3000)), { maxLength: 800 }),
        (allowed, pauses) => {
          expect(
            busiestSecond(sendGreedily(startPace(allowed, START), pauses)),
          ).toBeLessThanOrEqual(allowed);
        },
      ),
    );
  });

  it('never exceeds it after refusals and changes of the allowance either', () => {
    const step = fc.record({
      pause: fc.nat(700),
      does: fc.constantFrom('send', 'slow', 'standard', 'low'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        let pace = startPace(80, START);
        let now = START;
        const sent: number[] = [];
        for (const { pause, does } of steps) {
          now += pause;
          if (does === 'slow') pace = slowDown(pace, now);
          if (does === 'standard') pace = allow(pace, 80, now);
          if (does === 'low') pace = allow(pace, 20, now);
          const count = tokensAt(pace, now);
          pace = spend(pace, count, now);
          for (let n = 0; n < count; n += 1) sent.push(now);
        }
        expect(busiestSecond(sent)).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each([
    [80, 0.95],
    [1000, 0.95],
    [20, 0.85],
  ])('uses most of %s a second when it is asked in time', (allowed, share) => {
    const sent = sendPunctually(startPace(allowed, START), 60_000);
    expect(sent.length / 60).toBeGreaterThanOrEqual(allowed * share);
    expect(busiestSecond(sent)).toBeLessThanOrEqual(allowed);
  });

  it('is halved by a refusal, once for all that were on their way, and comes back slowly', () => {
    const slowed = slowDown(slowDown(startPace(80, START), START), START + 500);
    expect(slowed.current).toBeLessThan(42);
    const later = spend(slowed, 0, START + 10_000);
    expect(later.current).toBeGreaterThan(50);
    expect(later.current).toBeLessThan(80);
    expect(spend(slowed, 0, START + 60_000).current).toBe(80);
    expect(slowDown(slowed, START + 3000).current).toBeLessThan(25);
  });

  it('never stops for good, however often it is refused', () => {
    let pace = startPace(80, START);
    for (let n = 1; n <= 50; n += 1) pace = slowDown(pace, START + n * 2000);
    const now = START + 100_000;
    expect(nextTurnAt(pace, now)).toBeLessThanOrEqual(now + 2000);
  });

  it('gives nothing for a clock that is set back, and goes on from there', () => {
    const empty = spend(startPace(80, START), 2, START);
    const back = START - 3_600_000;
    expect(tokensAt(empty, back)).toBe(0);
    expect(tokensAt(spend(empty, 0, back), back + 1000)).toBeGreaterThan(0);
  });
});

/** Sends to one person after each of the pauses, where it is allowed. */
function sendAll(pauses: readonly number[]): number[] {
  const sent: number[] = [];
  let now = START;
  let paidOffAt = 0;
  for (const pause of pauses) {
    now += pause;
    if (pairAllowedAt(paidOffAt, now) > now) continue;
    paidOffAt = payForPair(paidOffAt, now);
    sent.push(now);
  }
  return sent;
}

describe('the pace for one person', () => {
  it('lets 45 go at once, and then one every six seconds', () => {
    expect(sendAll(Array<number>(100).fill(0))).toHaveLength(45);
    const steady = sendAll(Array<number>(2000).fill(1000));
    expect(steady.length).toBeGreaterThan(2000 / 6);
    expect(steady.length).toBeLessThanOrEqual(2000 / 6 + 45);
  });

  it('says when the next one may go', () => {
    let paidOffAt = 0;
    for (let n = 0; n < 45; n += 1) paidOffAt = payForPair(paidOffAt, START);
    expect(pairAllowedAt(paidOffAt, START)).toBe(START + 6000);
    expect(pairAllowedAt(paidOffAt, START + 6000)).toBe(START + 6000);
  });
});
