import { actionForRefusal } from '#shared/graph-errors.ts';
import type { ErrorAction } from '#shared/graph-errors.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { GraphFailure, Refused } from '../graph/failure.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What becomes of a message after an attempt that did not succeed. Times in ms since 1970. */
export type Verdict =
  /** Queued again. `number`: nothing else leaves from this number before then either. */
  | {
      readonly kind: 'again';
      readonly at: number;
      readonly rests: 'chat' | 'number';
      readonly slowsDown: boolean;
    }
  /** Queued again until the network is back. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed'; readonly tells: 'nothing_more' | 'window_closed' | 'opted_out' }
  /** Queued again, and the number stops until the owner has acted. */
  | { readonly kind: 'paused' }
  /** Meta may have it. Never sent again by itself. */
  | { readonly kind: 'in_doubt' };

const FAILED: Verdict = { kind: 'failed', tells: 'nothing_more' };

export interface Attempt {
  /** How often Meta has refused this message, this time included. */
  readonly refusals: number;
  readonly now: number;
  /** A number in [0, 1). */
  readonly random: () => number;
}

export function judge(failure: GraphFailure, attempt: Attempt): Verdict {
  switch (failure.kind) {
    case 'refused':
      return judgeRefusal(failure, attempt);
    case 'not_reached':
      return { kind: 'offline' };
    case 'ambiguous':
      return { kind: 'in_doubt' };
    default:
      return unreachable(failure);
  }
}

function judgeRefusal(refused: Refused, attempt: Attempt): Verdict {
  const action = actionForRefusal(refused);
  switch (action.kind) {
    case 'retry':
      return again(action, attempt, {
        afterMs: atLeast(refused.retryAfterMs, backoff(attempt.refusals, attempt.random)),
      });
    case 'slow':
      return again(action, attempt, {
        afterMs: atLeast(refused.retryAfterMs, backoff(attempt.refusals, attempt.random)),
        slowsDown: true,
      });
    case 'pair_wait':
      return again(action, attempt, {
        afterMs: atLeast(refused.retryAfterMs, pairBackoff(attempt)),
      });
    case 'wait':
      return again(action, attempt, {
        afterMs: refused.retryAfterMs ?? action.waitMs,
        rests: 'number',
      });
    case 'pause':
      // A campaign stops by its own guard; one message of a chat has simply failed.
      return action.scope === 'campaign' ? FAILED : { kind: 'paused' };
    case 'close_window':
      return { kind: 'failed', tells: 'window_closed' };
    case 'opt_out':
      return { kind: 'failed', tells: 'opted_out' };
    case 'fail':
    case 'fix':
    case 'bug':
      return FAILED;
    default:
      return unreachable(action);
  }
}

function again(
  { maxAttempts }: Extract<ErrorAction, { maxAttempts: number }>,
  { refusals, now }: Attempt,
  how: { readonly afterMs: number; readonly rests?: 'number'; readonly slowsDown?: true },
): Verdict {
  if (refusals >= maxAttempts) return FAILED;
  return {
    kind: 'again',
    at: now + Math.ceil(how.afterMs),
    rests: how.rests ?? 'chat',
    slowsDown: how.slowsDown ?? false,
  };
}

/** 1 s, 2 s, 4 s … 5 min, each shortened by up to a half so that many don't come back together. */
export function backoff(times: number, random: () => number, longestMs = 5 * MINUTE): number {
  const full = Math.min(longestMs, SECOND * 2 ** Math.min(30, times - 1));
  return full * (1 - random() / 2);
}

/** 4^x seconds, as Meta asks. Source: meta-platform §4.2 (131056). */
function pairBackoff({ refusals, random }: Attempt): number {
  return SECOND * 4 ** Math.min(5, refusals - 1) * (1 + random() / 10);
}

function atLeast(askedMs: number | null, ownMs: number): number {
  return Math.max(askedMs ?? 0, ownMs);
}
