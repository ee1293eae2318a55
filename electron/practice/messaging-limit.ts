/** Source: meta-platform §5.2. */
export type MessagingTier = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED';

const PEOPLE: Readonly<Record<MessagingTier, number>> = {
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Infinity,
};
const DAY_MS = 24 * 3_600_000;

/** How many different people a portfolio writes to first, in a moving 24 hours. */
export interface MessagingLimit {
  /** False when this person would be one too many. Who was counted already is not counted again. */
  take(portfolioId: string, waId: string, tier: MessagingTier, now: number): boolean;
}

/** Only for messages outside an open window; replies never count. Source: meta-platform §5.2. */
export function createMessagingLimit(): MessagingLimit {
  /** Per portfolio, when each person was last written to, the longest ago first. */
  const reachedOf = new Map<string, Map<string, number>>();

  return {
    take(portfolioId, waId, tier, now) {
      const reached = reachedOf.get(portfolioId) ?? new Map<string, number>();
      reachedOf.set(portfolioId, reached);
      forgetOlderThan(reached, now - DAY_MS);
      if (!reached.has(waId) && reached.size >= PEOPLE[tier]) return false;
      reached.delete(waId);
      reached.set(waId, now);
      return true;
    },
  };
}

function forgetOlderThan(reached: Map<string, number>, time: number): void {
  for (const [waId, at] of reached) {
    if (at > time) return;
    reached.delete(waId);
  }
}
