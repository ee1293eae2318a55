const MINUTE = 60_000;

/**
 * What to do after Meta's error. Sending, campaigns and the screen all read this one word, so that
 * the owner is told what Frontdesk really does. Times in milliseconds.
 */
export type ErrorAction =
  /** Try this message again with growing pauses, `maxAttempts` refusals at the most. */
  | { readonly kind: 'retry'; readonly maxAttempts: number }
  /** Halve the number's pace, then as `retry`. */
  | { readonly kind: 'slow'; readonly maxAttempts: number }
  /** The whole number rests for `waitMs`, then goes on with this message. */
  | { readonly kind: 'wait'; readonly waitMs: number; readonly maxAttempts: number }
  /** Only this recipient rests: 1 s, 4 s, 16 s and so on. Everybody else goes on. */
  | { readonly kind: 'pair_wait'; readonly maxAttempts: number }
  /** This recipient failed. `retryAfterMs`: before that even the owner's retry is of no use. */
  | { readonly kind: 'fail'; readonly retryAfterMs: number | null }
  /** Failed because the 24-hour window is closed, whatever Frontdesk believed. */
  | { readonly kind: 'close_window' }
  /** Failed, and the person wants no more marketing. */
  | { readonly kind: 'opt_out' }
  /** Every further message would fail too: stop the campaign, the number or the whole account. */
  | { readonly kind: 'pause'; readonly scope: PauseScope }
  /** Failed until the owner changes something. */
  | { readonly kind: 'fix' }
  /** Failed because Frontdesk asked for something that Meta does not understand. */
  | { readonly kind: 'bug' };

export type PauseScope = 'campaign' | 'number' | 'account';

export interface ErrorRule {
  readonly title: string;
  /** What happened, why, and what to do, for the owner of a shop. */
  readonly advice: string;
  readonly action: ErrorAction;
}

export type ErrorTable = Readonly<Record<number, ErrorRule>>;

export const RETRY: ErrorAction = { kind: 'retry', maxAttempts: 8 };
export const RETRY_ONCE: ErrorAction = { kind: 'retry', maxAttempts: 2 };
export const RETRY_THRICE: ErrorAction = { kind: 'retry', maxAttempts: 3 };
export const SLOW: ErrorAction = { kind: 'slow', maxAttempts: 12 };
export const PAIR_WAIT: ErrorAction = { kind: 'pair_wait', maxAttempts: 8 };
export const FAIL: ErrorAction = { kind: 'fail', retryAfterMs: null };
export const OPT_OUT: ErrorAction = { kind: 'opt_out' };
export const CLOSE_WINDOW: ErrorAction = { kind: 'close_window' };
export const FIX: ErrorAction = { kind: 'fix' };
export const BUG: ErrorAction = { kind: 'bug' };
export const PAUSE_CAMPAIGN: ErrorAction = { kind: 'pause', scope: 'campaign' };
export const PAUSE_NUMBER: ErrorAction = { kind: 'pause', scope: 'number' };
export const PAUSE_ACCOUNT: ErrorAction = { kind: 'pause', scope: 'account' };

export function waitMinutes(minutes: number): ErrorAction {
  return { kind: 'wait', waitMs: minutes * MINUTE, maxAttempts: 10 };
}

export function failForMinutes(minutes: number): ErrorAction {
  return { kind: 'fail', retryAfterMs: minutes * MINUTE };
}
