import { randomBytes } from 'node:crypto';
import type { AccountId } from '#shared/ids.ts';
import { PRACTICE_SHOP } from '#shared/practice-shop.ts';
import type { Account } from '#shared/models/account.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { startPracticePlatform } from './practice/platform.ts';
import type { PracticePlatform } from './practice/platform.ts';
import type { PracticeNumber } from './practice/model.ts';
import { SHOP_TEMPLATES } from './practice/templates/shop-templates.ts';
import type { SeedTemplate } from './practice/templates/template.ts';
import type { SecretLock, Vault } from './secrets/vault.ts';
import {
  accessTokenName,
  appSecretName,
  findAccount,
  findAccountByPhoneNumberId,
} from './store/accounts.ts';
import { blockedWaIds, knownCustomers } from './store/known-customers.ts';
import { knownTemplates } from './store/known-templates.ts';
import { practiceAccountId } from './store/practice-account.ts';
import { writeLockedSecret } from './store/secrets.ts';
import type { Store } from './store/store.ts';

export interface PracticeAccount {
  isRunning(): boolean;
  /** Where the simulated Graph API is; undefined while it does not run. */
  url(): string | undefined;
  /** Adds the account on the first call, with a history; customers write from then on. */
  start(): Promise<Account>;
  /** Starts the platform again where the owner practised before. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

interface Dependencies {
  readonly store: Store;
  readonly vault: Vault & SecretLock;
  readonly clock: Clock;
  readonly log: Log;
  readonly webhookUrl: string;
}

/** The account with which one tries Frontdesk out, and the simulated platform behind it. */
export function createPracticeAccount(deps: Dependencies): PracticeAccount {
  const { store, clock, log } = deps;
  let starting: Promise<PracticePlatform> | undefined;
  let platform: PracticePlatform | undefined;

  function existing(): Account | undefined {
    return findAccountByPhoneNumberId(store, PRACTICE_SHOP.phoneNumberId);
  }

  async function startPlatform(account: Account): Promise<PracticePlatform> {
    const customers = knownCustomers(store, account.id);
    const started = await startPracticePlatform({
      clock,
      log,
      numbers: [await practiceNumber(deps.vault, account.id)],
      callbackUrl: deps.webhookUrl,
      seed: randomBytes(8).toString('hex'),
      speed: 1,
      crowd: true,
      customers,
      templates: practiceTemplates(store, account.id),
      blocked: blockedWaIds(store, account.id),
    });
    if (customers.length === 0) await started.deliverHistory();
    return started;
  }

  async function start(): Promise<Account> {
    const known = existing();
    const account = known?.hasAppSecret === true ? known : await addPracticeAccount(deps);
    starting ??= startPlatform(account);
    platform = await starting;
    return account;
  }

  return {
    isRunning: () => platform !== undefined,
    url: () => platform?.url,
    start,
    async resume() {
      if (existing()?.hasAppSecret === true) await start();
    },
    async stop() {
      await (await starting)?.stop();
    },
  };
}

/** Also gives an account its secrets that was made without any, by `seed`. */
async function addPracticeAccount({ store, vault, clock }: Dependencies): Promise<Account> {
  const accessToken = await vault.lock(`practice-token-${randomBytes(24).toString('hex')}`);
  const appSecret = await vault.lock(randomBytes(24).toString('hex'));
  const account = store.write((tx) => {
    const id = practiceAccountId(tx, clock());
    writeLockedSecret(tx, accessTokenName(id), accessToken, clock());
    writeLockedSecret(tx, appSecretName(id), appSecret, clock());
    tx.note({ kind: 'account' });
    return findAccount(tx, id);
  });
  if (account === undefined) throw new Error('The practice account that was stored is not there.');
  return account;
}

async function practiceNumber(vault: Vault, id: AccountId): Promise<PracticeNumber> {
  const accessToken = await vault.read(accessTokenName(id));
  const appSecret = await vault.read(appSecretName(id));
  if (accessToken === undefined || appSecret === undefined) {
    throw new Error('The practice account has lost its secrets. Remove it and start it again.');
  }
  return { ...PRACTICE_SHOP, accessToken, appSecret, throughput: 'STANDARD' };
}

/** The platform forgets everything when it ends; what the owner made there comes back from here. */
function practiceTemplates(store: Store, id: AccountId): readonly SeedTemplate[] {
  const known = knownTemplates(store, id);
  return known.length === 0 ? SHOP_TEMPLATES : known;
}
