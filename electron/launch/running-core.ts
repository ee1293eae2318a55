import { setTimeout as pause } from 'node:timers/promises';
import { startCore } from '../core.ts';
import type { Core } from '../core.ts';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Cipher } from '../secrets/cipher.ts';
import { DatabaseUnusableError } from '../store/open.ts';
import { EXIT, LaunchError } from './exit-code.ts';
import { acquireHomeLock } from './home-lock.ts';
import type { LaunchOptions } from './options.ts';
import { VERSION } from './version.ts';

const STOP_MS = 4_500;

/** A core on a locked home. `stop` ends both, within 5 s whatever happens. */
export interface RunningCore {
  readonly core: Core;
  stop(): Promise<void>;
}

/** Throws a `LaunchError` when the home is in use, its database unusable or a port taken. */
export async function runCore(
  options: LaunchOptions,
  ciphers: readonly [Cipher, ...Cipher[]],
  log: Log,
): Promise<RunningCore> {
  const lock = await acquireHomeLock(options.home);
  if (!lock.held) throw new LaunchError(EXIT.homeInUse, homeInUse(options.home, lock.heldBy));
  try {
    const core = await startCore({
      home: options.home,
      version: VERSION,
      graphUrl: options.graphUrl,
      webhookPort: options.webhookPort,
      apiPort: options.apiPort,
      practice: options.practice,
      ciphers,
      log,
      clock: systemClock,
    });
    return {
      core,
      async stop() {
        await withinTime(core.stop());
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    if (error instanceof DatabaseUnusableError) {
      throw new LaunchError(EXIT.databaseUnusable, error.message, { cause: error });
    }
    throw error;
  }
}

export function homeInUse(home: string, pid: number | null): string {
  const holder = pid === null ? '' : ` (process ${pid})`;
  return `Frontdesk is already running on ${home}${holder}. Use that one, end it first, or give another folder with --home.`;
}

async function withinTime(stopping: Promise<void>): Promise<void> {
  const giveUp = new AbortController();
  const tooLate = pause(STOP_MS, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`Frontdesk did not come to rest within ${STOP_MS / 1000} s and was ended.`);
  });
  try {
    await Promise.race([stopping, tooLate]);
  } finally {
    giveUp.abort();
  }
}
