import type { Clock } from '../clock.ts';

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface RateLimiter<Key> {
  /** 0 when the request may pass, else the whole seconds after which the next one may. */
  secondsToWait(key: Key): number;
}

/** A token bucket per key: `burst` at once, `perSecond` in the long run. */
export function createRateLimiter<Key>({ perSecond, burst }: Rate, clock: Clock): RateLimiter<Key> {
  const buckets = new Map<Key, { tokens: number; at: number }>();
  return {
    secondsToWait(key) {
      const now = clock();
      const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
      const filled = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
      const passes = filled >= 1;
      buckets.set(key, { tokens: passes ? filled - 1 : filled, at: now });
      return passes ? 0 : Math.ceil((1 - filled) / perSecond);
    },
  };
}
