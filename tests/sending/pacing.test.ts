import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allow,
  answered,
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

interface Way {
  /** Milliseconds until a message arrives, and from then until its answer is back. */
  readonly out: number;
  readonly back: number;
}

interface Looks {
  /** Called with the time; says when to look again. */
  readonly next: (now: number, wanted: number | null) => number;
  readonly way: (n: number) => Way;
  /** Anything else that happens to the pace before a look. */
  readonly change?: (pace: Pace, now: number) => Pace;
}

/** Sends as much as the pace lets through at each look, and says when all of it arrived. */
function drive(allowed: number, forMs: number, { next, way, change }: Looks): number[] {
  const arrivals: number[] = [];
  let pace = startPace(allowed, START);
  let now = START;
  let underWay: { readonly leftAt: number; readonly answeredAt: number }[] = [];
  while (now < START + forMs) {
    const back = underWay.filter(({ answeredAt }) => answeredAt <= now);
    underWay = underWay.filter(({ answeredAt }) => answeredAt > now);
    for (const { leftAt, answeredAt } of back.toSorted((a, b) => a.answeredAt - b.answeredAt)) {
      pace = answered(pace, leftAt, answeredAt);
    }
    pace = change?.(pace, now) ?? pace;
    const count = tokensAt(pace, now);
    pace = spend(pace, count, now);
    for (let n = 0; n < count; n += 1) {
      const { out, back: home } = way(arrivals.length);
      arrivals.push(now + out);
      underWay.push({ leftAt: now, answeredAt: now + out + home });
    }
    now = next(now, nextTurnAt(pace, now));
  }
  return arrivals.toSorted((a, b) => a - b);
}

/** Looks exactly when the pace says that it is worth it, and at every answer. */
function punctually(now: number, wanted: number | null): number {
  return Math.max(now + 1, Math.min(wanted ?? Infinity, now + 5));
}

function alwaysTaking(ms: number): Looks['way'] {
  return () => ({ out: ms, back: ms });
}

describe('the pace of a number', () => {
  it('knows Meta’s levels, and takes the slowest for one it does not know', () => {
    expect(LEVELS.map(messagesPerSecond)).toEqual([80, 1000, 20]);
  });

  it('never exceeds the allowance in any second, however irregularly it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(20, 80, 1000),
        fc.array(fc.oneof(fc.nat(5), fc.nat(60), fc.nat(3000)), { minLength: 1, maxLength: 300 }),
        fc.nat(300),
        (allowed, pauses, ms) => {
          let look = 0;
          const next = (now: number): number => now + 1 + (pauses[look++ % pauses.length] ?? 0);
          const arrivals = drive(allowed, 10_000, { next, way: alwaysTaking(ms) });
          expect(busiestSecond(arrivals)).toBeLessThanOrEqual(allowed);
        },
      ),
    );
  });

  it('never exceeds it where the messages arrive, whatever holds some of them up', () => {
    const hold = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(20), fc.nat(400));
    fc.assert(
      fc.property(
        fc.constantFrom(20, 80),
        fc.array(fc.record({ out: hold, back: hold }), { minLength: 20, maxLength: 200 }),
        (allowed, holds) => {
          const way = (n: number): Way => {
            const held = n % 2 === 0 ? undefined : holds[n % holds.length];
            return { out: 40 + (held?.out ?? 0), back: 40 + (held?.back ?? 0) };
          };
          // Long enough for the pace to know the way and to reckon with it.
          const arrivals = drive(allowed, 75_000, { next: punctually, way });
          expect(busiestSecond(arrivals)).toBeLessThanOrEqual(allowed);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('never exceeds it after refusals and changes of the allowance either', () => {
    const step = fc.constantFrom('send', 'send', 'send', 'slow', 'standard', 'low');
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 400 }), (steps) => {
        let look = 0;
        const change = (pace: Pace, now: number): Pace => {
          const does = steps[look++ % steps.length];
          if (does === 'slow') return slowDown(pace, now);
          if (does === 'standard') return allow(pace, 80, now);
          return does === 'low' ? allow(pace, 20, now) : pace;
        };
        const arrivals = drive(80, 10_000, { next: punctually, way: alwaysTaking(30), change });
        expect(busiestSecond(arrivals)).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each([20, 80, 1000])('uses most of %s a second', (allowed) => {
    const arrivals = drive(allowed, 60_000, { next: punctually, way: alwaysTaking(2) });
    expect(arrivals.length / 60).toBeGreaterThanOrEqual(allowed * 0.95);
  });

  it('does so too where every answer takes long, once that is known', () => {
    const arrivals = drive(80, 120_000, { next: punctually, way: alwaysTaking(100) });
    const lastHalfMinute = arrivals.filter((at) => at >= START + 90_000 && at < START + 120_000);
    expect(lastHalfMinute.length / 30).toBeGreaterThanOrEqual(80 * 0.95);
  });

  it.each([20, 80, 1000])('makes up for a busy computer at %s a second', (allowed) => {
    let heldUpAt = START + 500;
    const next = (now: number, wanted: number | null): number => {
      if (now < heldUpAt) return punctually(now, wanted);
      heldUpAt = now + 540;
      return now + 40;
    };
    const arrivals = drive(allowed, 60_000, { next, way: alwaysTaking(5) });
    expect(arrivals.length / 60).toBeGreaterThanOrEqual(allowed * 0.95);
    expect(busiestSecond(arrivals)).toBeLessThanOrEqual(allowed);
  });

  it('is spread over the second, no more than a tenth of it at once', () => {
    const arrivals = drive(80, 5000, { next: punctually, way: alwaysTaking(5) });
    const within = (ms: number): number =>
      Math.max(
        ...arrivals.map((at) => arrivals.filter((other) => other >= at && other < at + ms).length),
      );
    expect(within(1)).toBeLessThanOrEqual(8);
    expect(within(100)).toBeLessThanOrEqual(17);
  });

  it('waits for answers when a second’s worth is under way', () => {
    let pace = startPace(20, START);
    let now = START;
    while (nextTurnAt(pace, now) !== null) {
      pace = spend(pace, tokensAt(pace, now), now);
      now += 50;
    }
    expect([pace.underWay, tokensAt(pace, now + 60_000)]).toEqual([20, 0]);
    pace = answered(pace, START, now);
    expect(nextTurnAt(pace, now)).toBeGreaterThan(now + 900);
    expect(tokensAt(pace, now + 1100)).toBe(1);
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
    const full = startPace(80, START);
    const empty = spend(full, tokensAt(full, START), START);
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
