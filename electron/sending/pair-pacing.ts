/** One message per 6 s to the same person, of which 45 may be borrowed. Source: meta-platform §5.1. */
const INTERVAL_MS = 6000;
const BURST = 45;

/** @param paidOffAt when all that was sent to this person so far is made up for; 0 if nothing was */
export function pairAllowedAt(paidOffAt: number, now: number): number {
  return Math.max(now, paidOffAt - (BURST - 1) * INTERVAL_MS);
}

/** One more message to this person. */
export function payForPair(paidOffAt: number, now: number): number {
  return Math.max(paidOffAt, now) + INTERVAL_MS;
}
