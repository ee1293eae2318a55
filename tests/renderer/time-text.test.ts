import { describe, expect, it } from 'vitest';
import {
  clockText,
  dayText,
  daysAgo,
  hoursAndMinutes,
  nearMomentText,
  rowTimeText,
} from '../../renderer/ui/time-text.ts';

const now = new Date(2026, 10, 22, 16, 30).getTime();
const on = (day: number, hour = 9, minute = 5, month = 10, year = 2026) =>
  new Date(year, month, day, hour, minute).getTime();

describe('the time in a row', () => {
  it.each([
    ['a time today', on(22), '09:05'],
    ['a weekday in the last six days', on(17), 'Tue'],
    ['a date this year', on(15), 'Nov 15'],
    ['a date of another year', on(15, 9, 5, 10, 2025), '11/15/25'],
    ['the time even when the clock of the sender runs ahead', on(23, 0, 10), '00:10'],
  ])('is %s', (_name, at, text) => {
    expect(rowTimeText(at, now, 'en')).toBe(text);
  });
});

describe('days', () => {
  it('change at midnight, not after 24 hours', () => {
    expect(daysAgo(on(21, 23, 59), on(22, 0, 1))).toBe(1);
    expect(daysAgo(on(22, 0, 1), on(22, 23, 59))).toBe(0);
  });

  it('are named by weekday within a week and by date beyond', () => {
    expect(dayText(on(18), now, 'en')).toBe('Wednesday');
    expect(dayText(on(1), now, 'en')).toBe('November 1');
    expect(dayText(on(1, 9, 5, 2, 2024), now, 'en')).toBe('March 1, 2024');
  });
});

describe('the clock', () => {
  it('has 24 hours and two digits', () => {
    expect(clockText(on(22, 0, 7), 'en')).toBe('00:07');
  });

  it('names the weekday of a moment that is near but not today', () => {
    expect(nearMomentText(on(23, 16, 25), now, 'en')).toBe('Mon 16:25');
    expect(nearMomentText(on(22, 16, 25), now, 'en')).toBe('16:25');
  });
});

describe('a span', () => {
  it('is rounded down, so that a window never looks longer than it is', () => {
    expect(hoursAndMinutes(2 * 3_600_000 - 1)).toEqual({ hours: 1, minutes: 59 });
  });
});
