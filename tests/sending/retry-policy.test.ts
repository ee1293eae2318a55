import { describe, expect, it } from 'vitest';
import type { Refused } from '#electron/graph/failure.ts';
import { backoff, judge } from '#electron/sending/retry-policy.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const AGAIN = [1, 2, 4, 17, 32, 613, 80007, 80008, 130429, 131000, 131016, 131056, 131057, 2494100];
const PAUSED = [0, 3, 10, 33, 190, 200, 250, 368, 803, 131005, 131031, 131037, 131045, 133010];
const FAILED = [
  100, 130403, 130472, 130497, 131008, 131009, 131021, 131026, 131030, 131042, 131048, 131049,
  131051, 131053, 131062, 131064, 131070, 132000, 132001, 132005, 132007, 132012, 132015, 132016,
  132018, 132068, 132069, 134100, 135000, 137000, 999999,
];

function refused(code: number | null, more: Partial<Refused> = {}): Refused {
  return {
    kind: 'refused',
    status: 400,
    code,
    subcode: null,
    title: 'x',
    details: null,
    isTransient: false,
    retryAfterMs: null,
    fbtraceId: null,
    ...more,
  };
}

function verdict(code: number | null, refusals = 1, more: Partial<Refused> = {}) {
  return judge(refused(code, more), { refusals, now: NOW, random: () => 0 });
}

function waits(code: number, upTo: number): number[] {
  return Array.from({ length: upTo }, (_, index) => {
    const { kind, ...rest } = verdict(code, index + 1);
    return kind === 'again' && 'at' in rest ? (rest.at - NOW) / 1000 : -1;
  });
}

describe('after an attempt', () => {
  it.each(AGAIN)('a refusal with %s is tried again, later and not for ever', (code) => {
    expect(verdict(code)).toMatchObject({ kind: 'again' });
    expect(verdict(code, 50)).toEqual({ kind: 'failed', tells: 'nothing_more' });
  });

  it.each(PAUSED)('a refusal with %s stops the number and keeps the message', (code) => {
    expect(verdict(code)).toEqual({ kind: 'paused' });
    expect(verdict(code, 50)).toEqual({ kind: 'paused' });
  });

  it.each(FAILED)('a refusal with %s is final', (code) => {
    expect(verdict(code)).toEqual({ kind: 'failed', tells: 'nothing_more' });
  });

  it('a closed window and an opt-out are told on', () => {
    expect(verdict(131047)).toEqual({ kind: 'failed', tells: 'window_closed' });
    expect(verdict(131050)).toEqual({ kind: 'failed', tells: 'opted_out' });
  });

  it('doubt is never tried again, and a missing network always', () => {
    const attempt = { refusals: 1, now: NOW, random: () => 0 };
    expect(judge({ kind: 'ambiguous', reason: '' }, attempt)).toEqual({ kind: 'in_doubt' });
    expect(judge({ kind: 'not_reached', reason: '' }, { ...attempt, refusals: 99 })).toEqual({
      kind: 'offline',
    });
  });

  it('pauses grow, to the person as Meta asks and in general by doubling', () => {
    expect(waits(131056, 8)).toEqual([1, 4, 16, 64, 256, 1024, 1024, -1]);
    expect(waits(2, 8)).toEqual([1, 2, 4, 8, 16, 32, 64, -1]);
    expect(waits(1, 3)).toEqual([1, -1, -1]);
    expect(waits(131000, 4)).toEqual([1, 2, -1, -1]);
  });

  it('only Meta’s throughput limit slows the number, and only app limits and upkeep rest it', () => {
    expect(verdict(130429)).toMatchObject({ rests: 'chat', slowsDown: true });
    expect(verdict(131056)).toMatchObject({ rests: 'chat', slowsDown: false });
    expect(verdict(131057)).toMatchObject({ at: NOW + 60_000, rests: 'number', slowsDown: false });
    expect(verdict(4)).toMatchObject({ at: NOW + 300_000, rests: 'number' });
  });

  it('Meta’s own word about the time to wait counts', () => {
    expect(verdict(2, 1, { retryAfterMs: 90_000 })).toMatchObject({ at: NOW + 90_000 });
    expect(verdict(4, 1, { retryAfterMs: 90_000 })).toMatchObject({ at: NOW + 90_000 });
    expect(verdict(null, 1, { status: 429, retryAfterMs: 9000 })).toMatchObject({ at: NOW + 9000 });
  });

  it('pauses are spread, shorter by up to a half and never longer than allowed', () => {
    expect(backoff(5, () => 0)).toBe(16_000);
    expect(backoff(5, () => 0.999)).toBeGreaterThanOrEqual(8000);
    expect(backoff(500, () => 0)).toBe(300_000);
    expect(backoff(500, () => 0, 20_000)).toBe(20_000);
  });
});
