import { describe, expect, it } from 'vitest';
import { spokenTime } from '../../renderer/ui/spoken-time.ts';

/** A Wednesday, half past two in the afternoon. */
const NOW = new Date(2026, 10, 18, 14, 30).getTime();

const TIMES: readonly [string, Date][] = [
  ['tue 3pm', new Date(2026, 10, 24, 15)],
  ['Tuesday at 15:30', new Date(2026, 10, 24, 15, 30)],
  ['wed 16', new Date(2026, 10, 18, 16)],
  ['wed 9', new Date(2026, 10, 25, 9)],
  ['friday', new Date(2026, 10, 20, 8)],
  ['tomorrow', new Date(2026, 10, 19, 8)],
  ['tomorrow 9:15am', new Date(2026, 10, 19, 9, 15)],
  ['tomorrow noon', new Date(2026, 10, 19, 12)],
  ['12am', new Date(2026, 10, 19, 0)],
  ['12pm', new Date(2026, 10, 19, 12)],
  ['tonight', new Date(2026, 10, 18, 19)],
  ['next week', new Date(2026, 10, 23, 8)],
  ['5pm', new Date(2026, 10, 18, 17)],
  ['1pm', new Date(2026, 10, 19, 13)],
  ['in 2 hours', new Date(2026, 10, 18, 16, 30)],
  ['45 min', new Date(2026, 10, 18, 15, 15)],
  ['3d', new Date(2026, 10, 21, 14, 30)],
  ['2026-12-24 9', new Date(2026, 11, 24, 9)],
];

const NO_TIMES = ['', 'soon', 'today 9am', '25:00', '13pm', '0am', 's', '2020-01-01', '9:75'];

describe('a time as people type it', () => {
  it.each(TIMES)('%s', (text, at) => {
    expect(spokenTime(text, NOW)).toBe(at.getTime());
  });

  it.each(NO_TIMES)('“%s” is none to come', (text) => {
    expect(spokenTime(text, NOW)).toBe(undefined);
  });
});
