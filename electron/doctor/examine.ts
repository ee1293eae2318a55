import type { GraphReads } from '../accounts/number-facts.ts';
import type { Clock } from '../clock.ts';
import type { Vault } from '../secrets/vault.ts';
import { listAccounts } from '../store/accounts.ts';
import { createMediaFolder } from '../media/folder.ts';
import type { Reader } from '../store/store.ts';
import { checkAccount } from './check-accounts.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase, checkDisk, checkKeyFile } from './check-files.ts';
import { checkMediaFolder } from './check-media-folder.ts';
import { checkMedia, checkQueue, checkWayIn, checkWebhookLog } from './check-traffic.ts';
import { warn } from './finding.ts';
import type { Finding } from './finding.ts';

export interface ExaminationDependencies {
  /** Path of the data folder. */
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly db: Reader;
  readonly vault: Pick<Vault, 'read'>;
  readonly graph: GraphReads;
  readonly graphUrl: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/**
 * Looks at everything that can be wrong and says what to do about it. Changes nothing. Reads whole
 * tables, so in the running app it belongs off the main loop.
 */
export async function examine(deps: ExaminationDependencies): Promise<Finding[]> {
  const { home, platform, db, clock } = deps;
  const accounts = listAccounts(db).filter((account) => account.isActive);
  const ofAccounts = await Promise.all(
    accounts.map(async (account) => [
      ...(await checkAccount(deps, account)),
      ...(account.isPractice ? [] : [checkWayIn(account, clock())]),
    ]),
  );
  return [
    checkDatabase(db),
    await checkDisk(home),
    await checkKeyFile(home, platform),
    ...(accounts.length === 0 ? [noAccount()] : ofAccounts.flat()),
    await checkClock(deps),
    checkWebhookLog(db),
    checkQueue(db, clock()),
    checkMedia(db),
    await checkMediaFolder(db, createMediaFolder(home)),
  ];
}

function noAccount(): Finding {
  return warn(
    'accounts',
    'No number is connected.',
    'Add one with “account add”, or try the practice account.',
  );
}
