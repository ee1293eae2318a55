import type { Person } from './people.ts';

const HOUR_MS = 3_600_000;
const ANSWER_WITHIN_MS = 24 * HOUR_MS;
const FREE_MS = 72 * HOUR_MS;

/**
 * The end of the free entry point in which an answer to this person is sent, in ms since 1970; null
 * outside of one. The first answer within a day to somebody whom an advertisement brought opens it.
 * Source: meta-platform §6.2.
 */
export function enterFree(person: Person, phoneNumberId: string, now: number): number | null {
  const until = person.freeEntryUntil.get(phoneNumberId) ?? 0;
  if (now < until) return until;
  const cameAt = person.cameByAdAt.get(phoneNumberId);
  if (cameAt === undefined || now - cameAt >= ANSWER_WITHIN_MS) return null;
  person.cameByAdAt.delete(phoneNumberId);
  person.freeEntryUntil.set(phoneNumberId, now + FREE_MS);
  return now + FREE_MS;
}
