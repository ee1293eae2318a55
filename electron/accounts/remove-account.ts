import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/models/account.ts';
import type { Clock } from '../clock.ts';
import { findAccount, removeAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

/** Forgets a number and its secrets; its history stays. Answers the account as it was. */
export function forgetAccount({ store, clock }: Dependencies, id: AccountId): Account {
  return store.write((tx) => {
    const account = findAccount(tx, id);
    if (account === undefined) {
      throw new FrontdeskError('not_found', `There is no account ${id}.`);
    }
    removeAccount(tx, id, clock());
    return account;
  });
}
