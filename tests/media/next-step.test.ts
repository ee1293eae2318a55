import { expect, it } from 'vitest';
import { GraphError } from '#electron/graph/failure.ts';
import { nextStep } from '#electron/media/next-step.ts';
import { BrokenFileError } from '#electron/media/received-file.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const broken = new BrokenFileError('Meta sent an empty file.');

function after(error: unknown, attempts: number, expiresAt = NOW + 1_000 * MINUTE) {
  return nextStep({ error, attempts, expiresAt, now: NOW });
}

function refused(code: number | null, status: number, retryAfterMs: number | null = null) {
  const title = 'No';
  const failure = { kind: 'refused', status, code, subcode: null, title, details: null } as const;
  return new GraphError({ ...failure, isTransient: false, retryAfterMs, fbtraceId: null });
}

it('waits longer each time, up to an hour, and gives up what is wrong ten times', () => {
  const waits = Array.from({ length: 10 }, (_, attempts) => {
    const step = after(broken, attempts);
    return step.kind === 'again' ? (step.at - NOW) / 1_000 : step.state;
  });
  expect(waits).toEqual([2, 10, 60, 300, 900, 3_600, 3_600, 3_600, 3_600, 'failed']);
});

it('tries once more at the very end, and then no more', () => {
  expect(after(refused(null, 503), 7, NOW + MINUTE)).toMatchObject({ at: NOW + MINUTE });
  expect(after(refused(null, 503), 8, NOW)).toMatchObject({ kind: 'give_up', state: 'expired' });
});

it('waits as long as Meta asks', () => {
  expect(after(refused(null, 503, 7 * MINUTE), 0)).toMatchObject({ at: NOW + 7 * MINUTE });
});

it('looks now and then whether a token was put right, without counting', () => {
  expect(after(refused(190, 401), 3)).toMatchObject({ at: NOW + 5 * MINUTE, attempts: 3 });
});

it('says in words that the disk is full, and goes on', () => {
  const full = Object.assign(new Error('write failed'), { code: 'ENOSPC' });
  expect(after(full, 0).kind).toBe('again');
  expect(after(full, 0).why).toContain('no room left on the disk');
});
