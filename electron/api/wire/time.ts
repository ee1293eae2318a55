import { z } from 'zod';

/** ISO 8601, UTC, to the millisecond. */
export const timeSchema = z.iso.datetime();

export function time(at: number): string {
  return new Date(at).toISOString();
}

export function timeOrNull(at: number | null): string | null {
  return at === null ? null : time(at);
}
