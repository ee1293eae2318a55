import { FrontdeskError } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Account } from '#shared/models/account.ts';
import { findAccount, listAccounts } from '../store/accounts.ts';
import type { Reader } from '../store/store.ts';
import type { Given } from './command.ts';
import { rowId } from './number.ts';

/** The number that `--account` names, or all that are active. Throws FrontdeskError `not_found`. */
export function chosenAccounts(given: Given, db: Reader): Account[] {
  const text = given.text('account');
  // The practice platform runs only inside the app.
  if (text === undefined) {
    return listAccounts(db).filter(({ isActive, isPractice }) => isActive && !isPractice);
  }
  const account = findAccount(db, asId<AccountId>(rowId('--account', text)));
  if (account !== undefined) return [account];
  throw new FrontdeskError('not_found', `There is no account ${text}.`);
}
