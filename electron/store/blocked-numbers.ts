import type { AccountId } from '#shared/ids.ts';
import type { BlockedNumber } from '#shared/models/block.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Reader, WriteTx } from './store.ts';

/** Every number that is there, in the order of their ids. */
export function blockedNumbers(db: Reader): BlockedNumber[] {
  return db
    .prepare<Omit<BlockedNumber, 'comparedAt'>>(
      `SELECT a.id AS accountId, (
         SELECT count(*) FROM blocked_user b INDEXED BY blocked_user_account
         WHERE b.account_id = a.id AND b.is_active = 1) AS active
       FROM account a WHERE a.removed_at IS NULL ORDER BY a.id`,
    )
    .all()
    .map((number) => ({ ...number, comparedAt: comparedAt(db, number.accountId) }));
}

/** The block list of this number was read at WhatsApp now. */
export function noteCompared(tx: WriteTx, accountId: AccountId, now: number): void {
  writeSetting(tx, key(accountId), now, now);
  tx.note({ kind: 'blocks' });
}

function comparedAt(db: Reader, accountId: AccountId): number | null {
  const at = readSetting(db, key(accountId));
  return typeof at === 'number' ? at : null;
}

function key(accountId: AccountId): string {
  return `blocks_compared_${accountId}`;
}
