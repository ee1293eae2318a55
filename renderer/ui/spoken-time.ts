const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MORNING = 8;

/**
 * A moment to come as people type it: "tue 3pm", "tomorrow", "in 2 hours", "15:30", "2026-12-24 9".
 * Undefined for what is no time, or has passed. Times are of the computer's own zone.
 */
export function spokenTime(text: string, now: number): number | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  const at = spanFrom(words, now) ?? momentOf(words, now);
  return at !== undefined && at > now ? at : undefined;
}

const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };

/** "in 2 hours", "90 min", "3d" */
function spanFrom(words: string, now: number): number | undefined {
  const match = /^(?:in )?(\d{1,3}) ?(m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)$/u.exec(words);
  const unit = UNITS[match?.[2]?.charAt(0) ?? ''];
  return unit === undefined ? undefined : now + Number(match?.[1]) * unit;
}

function momentOf(words: string, now: number): number | undefined {
  const parts = words.split(' ').filter((word) => word !== 'at' && word !== 'on');
  const last = parts.at(-1);
  const hour = last === undefined ? undefined : hourOf(last);
  const dayWords = (hour === undefined ? parts : parts.slice(0, -1)).join(' ');
  if (dayWords === '') return hour === undefined ? undefined : nextAt(hour, now);
  const day = dayOf(dayWords, now);
  if (day === undefined) return undefined;
  const at = onDay(day.date, hour ?? day.hour);
  // "Tuesday" on a Tuesday whose hour has passed means the next one.
  return at <= now && day.isWeekday ? onDay(addDays(day.date, 7), hour ?? day.hour) : at;
}

const NAMED_HOURS: Readonly<Record<string, number>> = { morning: 8, noon: 12, evening: 18 };

/** Hours since midnight: "3pm", "3:30 pm" without its blank, "15:30", "noon". */
function hourOf(word: string): number | undefined {
  const named = NAMED_HOURS[word];
  if (named !== undefined) return named;
  const match = /^(\d{1,2})(?:[:.](\d\d))?(am|pm)?$/u.exec(word);
  if (match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  const isTwelve = match[3] !== undefined;
  if (minutes > 59 || hours > (isTwelve ? 12 : 23) || (isTwelve && hours === 0)) return undefined;
  const half = match[3] === 'pm' ? 12 : 0;
  return (isTwelve ? (hours % 12) + half : hours) + minutes / 60;
}

interface Day {
  readonly date: Date;
  /** When it begins for somebody at work. */
  readonly hour: number;
  readonly isWeekday?: true;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function dayOf(words: string, now: number): Day | undefined {
  const today = new Date(now);
  if (words === 'today') return { date: today, hour: MORNING };
  if (words === 'tonight') return { date: today, hour: 19 };
  if (words === 'tomorrow') return { date: addDays(today, 1), hour: MORNING };
  if (words === 'next week') return { date: addDays(today, daysTo(1, today) || 7), hour: MORNING };
  const weekday = WEEKDAYS.findIndex((name) => words.length >= 2 && name.startsWith(words));
  if (weekday !== -1) {
    return { date: addDays(today, daysTo(weekday, today)), hour: MORNING, isWeekday: true };
  }
  const date = /^\d{4}-\d\d-\d\d$/u.test(words) ? new Date(`${words}T00:00`) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : { date, hour: MORNING };
}

function daysTo(weekday: number, from: Date): number {
  return (weekday - from.getDay() + 7) % 7;
}

function nextAt(hour: number, now: number): number {
  const today = onDay(new Date(now), hour);
  return today > now ? today : onDay(addDays(new Date(now), 1), hour);
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

/** By the calendar, so that a day on which the clocks change counts right. */
function onDay(date: Date, hour: number): number {
  const minutes = Math.round((hour % 1) * 60);
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    Math.floor(hour),
    minutes,
  ).getTime();
}
