const DAY_MS = 86_400_000;

/** How many calendar days `at` lies before `now`, by the computer's own midnight. */
export function daysAgo(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
}

export function startOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A day as a date field wants it, in the computer's own zone. */
export function dateFieldText(at: number): string {
  const date = new Date(at);
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(date.getFullYear()).padStart(4, '0'), ...parts].join('-');
}

/** A moment as a field for date and time wants it, in the computer's own zone. */
export function momentFieldText(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The beginning of the day that a date field names; undefined where it names none. */
export function dayOfField(text: string): number | undefined {
  const at = new Date(`${text}T00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
}

export function clockText(at: number, locale: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at);
}

/** For a row of a list: today the time, in the last six days the weekday, else the date. */
export function rowTimeText(at: number, now: number, locale: string): string {
  const days = daysAgo(at, now);
  if (days <= 0) return clockText(at, locale);
  if (days < 7) return format(locale, { weekday: 'short' }, at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  if (isThisYear) return format(locale, { day: 'numeric', month: 'short' }, at);
  return format(locale, { day: '2-digit', month: '2-digit', year: '2-digit' }, at);
}

/** For a day's heading when it is neither today nor yesterday. */
export function dayText(at: number, now: number, locale: string): string {
  if (daysAgo(at, now) < 7) return format(locale, { weekday: 'long' }, at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return format(locale, { day: 'numeric', month: 'long', ...year }, at);
}

/** A moment within a week of now, in few words: "16:25", "Mon 16:25"; else with its date. */
export function nearMomentText(at: number, now: number, locale: string): string {
  const days = Math.abs(daysAgo(at, now));
  if (days === 0) return clockText(at, locale);
  if (days >= 7) return momentText(at, locale);
  const weekday = format(locale, { weekday: 'short' }, at);
  return `${weekday} ${clockText(at, locale)}`;
}

/** Today the time, else the date. */
export function dayOrTimeText(at: number, now: number, locale: string): string {
  return daysAgo(at, now) === 0
    ? clockText(at, locale)
    : format(locale, { dateStyle: 'medium' }, at);
}

export function momentText(at: number, locale: string): string {
  return format(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }, at);
}

/** To the second, where things happen close together. */
export function exactMomentText(at: number, locale: string): string {
  return format(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }, at);
}

function format(locale: string, options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** Whole hours and minutes, rounded down: a window must not look longer than it is. */
export function hoursAndMinutes(ms: number): {
  readonly hours: number;
  readonly minutes: number;
} {
  const minutes = Math.floor(ms / 60_000);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
