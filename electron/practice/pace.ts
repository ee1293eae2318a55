import type { PracticeNumber } from './model.ts';

/** Messages per second, in and out together. Source: meta-platform §5.1. */
export function perSecondOf({ throughput }: PracticeNumber): number {
  return throughput === 'HIGH' ? 1_000 : 80;
}

/** Decides how fast a number may send, as Meta does. Times are in ms since 1970. */
export interface Pace {
  /** False when the number is over its throughput (130429). */
  takeNumber(phoneNumberId: string, perSecond: number, now: number): boolean;
  /** False when too much goes to one person (131056). */
  takePair(phoneNumberId: string, waId: string, now: number): boolean;
}

/** Source: meta-platform §5.1: one message per 6 s to a person, a burst of 45 is borrowed. */
const PAIR_INTERVAL_MS = 6_000;
const PAIR_BURST = 45;

/** Meta's clock and the sender's do not tick alike, so a little over the rate still passes. */
const HEADROOM = 1.1;
const SECOND_MS = 1_000;

export function createPace(): Pace {
  const sendsOf = new Map<string, { window: number[]; oldest: number }>();
  /** When the debt of a pair is paid off. */
  const paidOffAt = new Map<string, number>();

  return {
    takeNumber(phoneNumberId, perSecond, now) {
      const sends = sendsOf.get(phoneNumberId) ?? { window: [], oldest: 0 };
      sendsOf.set(phoneNumberId, sends);
      const size = Math.ceil(perSecond * HEADROOM);
      const oldest = sends.window[sends.oldest];
      if (sends.window.length === size && oldest !== undefined && now - oldest < SECOND_MS) {
        return false;
      }
      sends.window[sends.oldest] = now;
      sends.oldest = (sends.oldest + 1) % size;
      return true;
    },
    takePair(phoneNumberId, waId, now) {
      const pair = `${phoneNumberId} ${waId}`;
      const debtFrom = Math.max(now, paidOffAt.get(pair) ?? 0);
      if (debtFrom - now > (PAIR_BURST - 1) * PAIR_INTERVAL_MS) return false;
      paidOffAt.set(pair, debtFrom + PAIR_INTERVAL_MS);
      return true;
    },
  };
}
