import { useCallback, useSyncExternalStore } from 'react';
import { canReplyFreely, windowState } from '#shared/window.ts';
import type { WindowState } from '#shared/window.ts';
import { useNow } from './use-now.ts';

/** The state of a window, told to the minute while it is open, and closed as soon as it is. */
export function useWindowState(expiresAt: number | null): WindowState {
  const now = useNow();
  return windowState(expiresAt, useWindowOpen(expiresAt) ? now : Infinity);
}

/** Whether one may write freely now; changes at the very moment at which the window closes. */
export function useWindowOpen(expiresAt: number | null): boolean {
  const subscribe = useCallback((changed: () => void) => atExpiry(expiresAt, changed), [expiresAt]);
  return useSyncExternalStore(subscribe, () => canReplyFreely(expiresAt, Date.now()));
}

/** A day is the longest that a window lasts, so one timer reaches. */
function atExpiry(expiresAt: number | null, changed: () => void): () => void {
  const waitMs = expiresAt === null ? 0 : expiresAt - Date.now();
  const timer = waitMs > 0 ? setTimeout(changed, waitMs) : undefined;
  // Timers sleep with the laptop; whoever comes back must not see an old window.
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', changed);
  };
}
