import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { LateFailure } from './send-rules.ts';

/** How much marketing one person gets, from all businesses together. */
export interface MarketingCap {
  /** Why this person gets no more marketing now; undefined when they get this one. */
  take(waId: string, now: number): LateFailure | undefined;
}

const DAY_MS = 24 * 3_600_000;
const HEALTHY: LateFailure = {
  code: 131049,
  details:
    'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
};

/** Where Meta does not count. Source: meta-platform §5.3. */
const UNCOUNTED: ReadonlySet<string> = new Set(
  (
    'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE ' +
    'GB JP KR NG ZA'
  ).split(' '),
);

/**
 * Meta's own measure changes from person to person and day to day and is not told; here everybody
 * gets `perDay` in a moving day. Nobody with a number of the United States gets any, and in some
 * countries nobody counts. Source: meta-platform §5.3.
 */
export function createMarketingCap(perDay: number): MarketingCap {
  const gotAt = new Map<string, readonly number[]>();

  return {
    take(waId, now) {
      const country = parsePhoneNumberFromString(`+${waId}`)?.country ?? '';
      if (country === 'US') return HEALTHY;
      if (UNCOUNTED.has(country)) return undefined;
      const today = (gotAt.get(waId) ?? []).filter((at) => at > now - DAY_MS);
      if (today.length >= perDay) return HEALTHY;
      gotAt.set(waId, [...today, now]);
      return undefined;
    },
  };
}
