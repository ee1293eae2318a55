import { unreachable } from './unreachable.ts';

const HOUR = 3_600_000;

/**
 * Meta's customer service window: free-form messages may be sent for 24 hours after the customer
 * last wrote or called, by Meta's clock. Source: meta-platform §6.1.
 */
export const WINDOW_MS: number = 24 * HOUR;

/** When the end of the window counts as near. */
export const SOON_MS: number = 4 * HOUR;
const LAST_HOUR_MS = HOUR;

export type WindowState =
  | {
      readonly kind: 'open';
      readonly remainingMs: number;
      readonly urgency: 'calm' | 'soon' | 'last_hour';
    }
  | { readonly kind: 'closed' }
  | { readonly kind: 'never_opened' };

/** @param openedAt when the customer last wrote or called, in ms since 1970; null if never. */
export function windowExpiry(openedAt: number | null): number | null {
  return openedAt === null ? null : openedAt + WINDOW_MS;
}

export function windowState(expiresAt: number | null, now: number): WindowState {
  if (expiresAt === null) return { kind: 'never_opened' };
  const remainingMs = expiresAt - now;
  if (remainingMs <= 0) return { kind: 'closed' };
  if (remainingMs <= LAST_HOUR_MS) return { kind: 'open', remainingMs, urgency: 'last_hour' };
  if (remainingMs <= SOON_MS) return { kind: 'open', remainingMs, urgency: 'soon' };
  return { kind: 'open', remainingMs, urgency: 'calm' };
}

/** Whether a free-form message may leave now. Composer, outbox, REST and campaigns all ask this. */
export function canReplyFreely(expiresAt: number | null, now: number): boolean {
  const state = windowState(expiresAt, now);
  switch (state.kind) {
    case 'open':
      return true;
    case 'closed':
    case 'never_opened':
      return false;
    default:
      return unreachable(state);
  }
}
