import type { Clock } from '../clock.ts';
import { ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

const OFF_BY_MS = 2 * 60_000;
const TIMEOUT_MS = 5_000;

interface Dependencies {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Where Graph is; its `Date` header tells the time. */
  readonly graphUrl: string;
}

/** The 24-hour window goes by Meta's clock, so this computer's must not be far from it. */
export async function checkClock({ fetch, clock, graphUrl }: Dependencies): Promise<Finding> {
  const theirs = await timeAtMeta(fetch, graphUrl);
  if (theirs === undefined) {
    return warn(
      'clock',
      'The clock could not be compared with Meta’s.',
      'Check the internet connection, then run the doctor again.',
    );
  }
  const offBy = clock() - theirs;
  if (Math.abs(offBy) <= OFF_BY_MS) return ok('clock', 'The clock agrees with Meta’s.');
  const minutes = Math.round(Math.abs(offBy) / 60_000);
  return warn(
    'clock',
    `The clock is ${minutes} minutes ${offBy > 0 ? 'ahead of' : 'behind'} Meta’s.`,
    'Let the system set the time by itself: Frontdesk would judge the 24-hour window wrongly.',
  );
}

async function timeAtMeta(ask: typeof fetch, graphUrl: string): Promise<number | undefined> {
  try {
    const response = await ask(graphUrl, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const at = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}
