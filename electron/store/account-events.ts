import { createHash } from 'node:crypto';
import type { AccountId } from '#shared/ids.ts';
import type { WriteTx } from './store.ts';

/** Something Meta said about an account rather than about one message. */
export interface AccountEvent {
  readonly accountId: AccountId | null;
  readonly wabaId: string;
  /** The number it is about; null where it is about the whole account. */
  readonly phoneNumberId: string | null;
  readonly field: string;
  /** The value as Meta sent it, as JSON. */
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** When Meta said it, where it says so; tells two equal events apart. */
  readonly saidAt: number | null;
}

/**
 * False when it is known already. One that came before its account was added finds it now. Source of what makes two events one: meta-platform §2.1, "Dedup keys".
 */
export function recordAccountEvent(tx: WriteTx, event: AccountEvent): boolean {
  const identity = JSON.stringify([
    event.wabaId,
    event.phoneNumberId,
    event.field,
    event.value,
    event.saidAt,
  ]);
  const { changes } = tx.run(
    `INSERT INTO account_event (account_id, waba_id, field, value, at, digest)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (digest) DO UPDATE SET account_id = excluded.account_id
     WHERE account_id IS NULL AND excluded.account_id IS NOT NULL`,
    event.accountId,
    event.wabaId,
    event.field,
    event.value,
    event.at,
    createHash('sha256').update(identity).digest('hex'),
  );
  if (changes === 1) tx.note({ kind: 'account' });
  return changes === 1;
}

/** Speeds only go up by webhook; Meta lowers none without saying so elsewhere. Source: meta-platform §2.3. */
export function raiseThroughput(tx: WriteTx, id: AccountId): void {
  tx.run(
    "UPDATE account SET throughput_level = 'HIGH' WHERE id = ? AND throughput_level <> 'HIGH'",
    id,
  );
}

/** Takes over the newest name that Meta approved, whatever order the news came in. */
export function settleVerifiedName(tx: WriteTx, id: AccountId): void {
  const newest = tx
    .prepare<{ name: string | null }>(
      `SELECT json_extract(value, '$.requested_verified_name') AS name FROM account_event
       WHERE account_id = ? AND field = 'phone_number_name_update'
         AND json_extract(value, '$.decision') = 'APPROVED'
       ORDER BY at DESC, digest DESC LIMIT 1`,
    )
    .get(id);
  if (typeof newest?.name !== 'string') return;
  tx.run(
    'UPDATE account SET profile_name = ? WHERE id = ? AND profile_name IS NOT ?',
    newest.name,
    id,
    newest.name,
  );
}
