import type { Person } from './people.ts';

const WINDOW_MS = 24 * 3_600_000;

/** Whether the business may write freely: within a day after they wrote. Source: meta-platform §6.1. */
export function isWindowOpen(person: Person, phoneNumberId: string, now: number): boolean {
  const lastWroteAt = person.lastWroteAt.get(phoneNumberId);
  return lastWroteAt !== undefined && now - lastWroteAt < WINDOW_MS;
}
