import type { AccountId, ChatId } from '#shared/ids.ts';
import type { ReadReceiptTable } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

export interface ReadReceipt {
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  /** The newest message of the customer that was read. */
  readonly wamid: string;
  readonly attempts: number;
}

/** Wants Meta to be told that everything up to this message was read. One per chat: the newest. */
export function wantReadReceipt(
  tx: WriteTx,
  receipt: Omit<ReadReceipt, 'attempts'>,
  now: number,
): void {
  tx.run(
    `INSERT INTO read_receipt (conversation_id, account_id, wamid, next_attempt_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (conversation_id) DO UPDATE SET
       wamid = excluded.wamid, attempts = 0, next_attempt_at = excluded.next_attempt_at`,
    receipt.chatId,
    receipt.accountId,
    receipt.wamid,
    now,
  );
  tx.note({ kind: 'outbox' });
}

export function dueReadReceipts(db: Reader, now: number, limit: number): ReadReceipt[] {
  return db
    .prepare<ReadReceiptTable>(
      'SELECT * FROM read_receipt WHERE next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?',
    )
    .all(now, limit)
    .map((row) => ({
      chatId: row.conversation_id,
      accountId: row.account_id,
      wamid: row.wamid,
      attempts: row.attempts,
    }));
}

export function nextReadReceiptAt(db: Reader): number | undefined {
  const row = db
    .prepare<{ at: number | null }>('SELECT min(next_attempt_at) AS at FROM read_receipt')
    .get();
  return row?.at ?? undefined;
}

/** Leaves a newer receipt of the same chat untouched. */
export function dropReadReceipt(tx: WriteTx, { chatId, wamid }: ReadReceipt): void {
  tx.run('DELETE FROM read_receipt WHERE conversation_id = ? AND wamid = ?', chatId, wamid);
}

export function postponeReadReceipt(
  tx: WriteTx,
  { chatId, wamid }: ReadReceipt,
  until: number,
): void {
  tx.run(
    `UPDATE read_receipt SET attempts = attempts + 1, next_attempt_at = ?
     WHERE conversation_id = ? AND wamid = ?`,
    until,
    chatId,
    wamid,
  );
}
