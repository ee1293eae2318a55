import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { isJsonList, numberAt } from '#shared/json-fields.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Whatever a header says, nothing waits longer than this without asking again. */
const LONGEST = 60 * MINUTE;

/**
 * How long Meta wants to be left alone, in milliseconds; null when it does not say. The usage
 * header of business calls tells it in minutes. Source: meta-platform §4.2.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const waits = [
    fromRetryAfter(headers.get('retry-after'), now),
    fromUsage(headers.get('x-business-use-case-usage')),
  ].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.min(LONGEST, Math.max(...waits));
}

function fromRetryAfter(text: string | null, now: number): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * SECOND;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function fromUsage(text: string | null): number | null {
  const usage = text === null ? null : readJson(text);
  if (!isJsonObject(usage)) return null;
  const minutes = Object.values(usage)
    .flatMap((entries) => (isJsonList(entries) ? entries : []))
    .map((entry) => numberAt(entry, 'estimated_time_to_regain_access') ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * MINUTE : null;
}

function readJson(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
