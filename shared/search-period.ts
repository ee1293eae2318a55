const WRITTEN = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * The start of a day, month or year: `2026`, `2026-11`, `2026-11-22`, `today`, `yesterday`. In
 * milliseconds since 1970, by this computer's time zone; null when there is no such day.
 */
export function parsePeriod(word: string, now: number): number | null {
  if (word === 'today') return dayStart(now, 0);
  if (word === 'yesterday') return dayStart(now, -1);
  const match = WRITTEN.exec(word);
  if (match === null) return null;
  const [, year = '', month = '1', day = '1'] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(y, m - 1, d);
  const isThere = date.getFullYear() === y && date.getMonth() === m - 1 && date.getDate() === d;
  return isThere ? date.getTime() : null;
}

function dayStart(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}
