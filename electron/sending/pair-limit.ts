import type { ChatId } from '#shared/ids.ts';
import type { PairLimit } from './claiming.ts';
import { pairAllowedAt, payForPair } from './pair-pacing.ts';

const MANY = 10_000;

/** Remembers in memory who was written to lately: after a restart Meta's own refusals are enough. */
export function createPairLimit(): PairLimit {
  const paidOffAt = new Map<ChatId, number>();

  function forgetPaidOff(now: number): void {
    for (const [chatId, at] of paidOffAt) if (at <= now) paidOffAt.delete(chatId);
  }

  return {
    allowedAt: (chatId, now) => pairAllowedAt(paidOffAt.get(chatId) ?? 0, now),
    pay(chatId, now) {
      if (paidOffAt.size >= MANY) forgetPaidOff(now);
      paidOffAt.set(chatId, payForPair(paidOffAt.get(chatId) ?? 0, now));
    },
  };
}
