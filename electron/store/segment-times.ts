import type { TimeTest } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { ParameterList } from './segment-parameters.ts';

const DAY_MS = 86_400_000;

/** Whether `column`, ms since 1970 or null, passes. */
export function timeCondition(
  column: string,
  test: TimeTest,
  now: number,
  { bind }: ParameterList,
): string {
  switch (test.kind) {
    case 'within':
      return `coalesce(${column} >= ${bind(now - test.days * DAY_MS)}, 0)`;
    case 'longer_ago':
      return `coalesce(${column} < ${bind(now - test.days * DAY_MS)}, 0)`;
    case 'before':
      return `coalesce(${column} < ${bind(startOfDay(test.date))}, 0)`;
    case 'since':
      return `coalesce(${column} >= ${bind(startOfDay(test.date))}, 0)`;
    default:
      return unreachable(test);
  }
}

/** Whether `column`, a day such as `2026-03-01`, passes; days are the owner's. */
export function dayCondition(
  column: string,
  test: TimeTest | { readonly kind: 'next'; readonly days: number },
  now: number,
  { bind }: ParameterList,
): string {
  const today = new Date(now);
  switch (test.kind) {
    case 'within':
      return `${column} BETWEEN ${bind(dayText(today, -test.days))} AND ${bind(dayText(today, 0))}`;
    case 'longer_ago':
      return `${column} < ${bind(dayText(today, -test.days))}`;
    case 'next':
      return `${column} BETWEEN ${bind(dayText(today, 0))} AND ${bind(dayText(today, test.days))}`;
    case 'before':
      return `${column} < ${bind(test.date)}`;
    case 'since':
      return `${column} >= ${bind(test.date)}`;
    default:
      return unreachable(test);
  }
}

function startOfDay(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day).getTime();
}

/** The day so many days from `from`, as custom fields write it. */
function dayText(from: Date, days: number): string {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
  const year = String(day.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
