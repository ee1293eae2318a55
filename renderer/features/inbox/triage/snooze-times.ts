const HOUR = 3_600_000;

export interface SnoozeTime {
  readonly name: 'laterToday' | 'tomorrow' | 'nextWeek';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Ends that people mean, by the computer's own clock; "later today" only while there is one. */
export function snoozeTimes(now: number): SnoozeTime[] {
  const later = now + 3 * HOUR;
  const isToday = new Date(later).getDate() === new Date(now).getDate();
  const [tomorrow, nextWeek] = [morningIn(now, 1), morningIn(now, daysToMonday(now))];
  return [
    ...(isToday ? [{ name: 'laterToday', at: toQuarter(later) } as const] : []),
    { name: 'tomorrow', at: tomorrow },
    // On a Sunday the two are one.
    ...(nextWeek === tomorrow ? [] : [{ name: 'nextWeek', at: nextWeek } as const]),
  ];
}

const MORNING = 8;

function morningIn(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, MORNING).getTime();
}

function daysToMonday(now: number): number {
  return (8 - new Date(now).getDay()) % 7 || 7;
}

function toQuarter(at: number): number {
  return Math.ceil(at / (HOUR / 4)) * (HOUR / 4);
}
