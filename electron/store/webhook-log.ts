import type { WebhookLogId } from '#shared/ids.ts';
import type { WebhookState } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

/** A webhook as it came: text where the bytes are UTF-8, else the bytes. */
export interface Delivery {
  readonly receivedAt: number;
  readonly raw: string | Buffer;
}

export interface StoredDelivery extends Delivery {
  readonly id: WebhookLogId;
}

interface DeliveryRow {
  readonly id: WebhookLogId;
  readonly received_at: number;
  readonly raw: string | Buffer;
}

export function insertDelivery(
  tx: WriteTx,
  delivery: Delivery,
  state: 'received' | 'quarantined',
  error: string | null,
): void {
  tx.run(
    'INSERT INTO webhook_log (received_at, state, error, raw) VALUES (?, ?, ?, ?)',
    delivery.receivedAt,
    state,
    error,
    delivery.raw,
  );
}

export function countQuarantined(db: Reader): number {
  const row = db
    .prepare<{ n: number }>("SELECT count(*) AS n FROM webhook_log WHERE state = 'quarantined'")
    .get();
  return row?.n ?? 0;
}

/** The oldest delivery that nobody has worked on yet. */
export function nextReceived(db: Reader): StoredDelivery | undefined {
  const row = db
    .prepare<DeliveryRow>(
      "SELECT id, received_at, raw FROM webhook_log WHERE state = 'received' ORDER BY id LIMIT 1",
    )
    .get();
  return row && toDelivery(row);
}

/** Which deliveries a replay goes over. Quarantined ones never: nobody vouches for them. */
export type ReplaySelection =
  | { readonly kind: 'one'; readonly id: WebhookLogId }
  | { readonly kind: 'failed' }
  | { readonly kind: 'all' };

/** The first delivery of the selection that comes after `after`, so that a long log is never held in memory. */
export function nextReplayable(
  db: Reader,
  selection: ReplaySelection,
  after: number,
): StoredDelivery | undefined {
  const row = db
    .prepare<DeliveryRow>(
      `SELECT id, received_at, raw FROM webhook_log
       WHERE id > ? AND state <> 'quarantined' ${REPLAYABLE[selection.kind]} ORDER BY id LIMIT 1`,
    )
    .get(after, ...(selection.kind === 'one' ? [selection.id] : []));
  return row && toDelivery(row);
}

const REPLAYABLE: Readonly<Record<ReplaySelection['kind'], string>> = {
  one: 'AND id = ?',
  failed: "AND state = 'failed'",
  all: '',
};

function toDelivery(row: DeliveryRow): StoredDelivery {
  return { id: row.id, receivedAt: row.received_at, raw: row.raw };
}

export interface DeliveryFailure {
  readonly path: string;
  readonly reason: string;
}

export interface DeliveryResult {
  readonly state: 'processed' | 'failed' | 'unhandled';
  readonly error: string | null;
  readonly failures: readonly DeliveryFailure[];
}

/** Says what became of a delivery, in place of what was said about it before. */
export function finishDelivery(
  tx: WriteTx,
  id: WebhookLogId,
  result: DeliveryResult,
  now: number,
): void {
  tx.run(
    'UPDATE webhook_log SET state = ?, error = ?, processed_at = ? WHERE id = ?',
    result.state,
    result.error,
    now,
    id,
  );
  tx.run('DELETE FROM webhook_failure WHERE webhook_log_id = ?', id);
  for (const { path, reason } of result.failures) {
    tx.run(
      'INSERT OR IGNORE INTO webhook_failure (webhook_log_id, path, reason) VALUES (?, ?, ?)',
      id,
      path,
      reason,
    );
  }
}

export interface LoggedWebhook {
  readonly id: WebhookLogId;
  readonly receivedAt: number;
  readonly state: WebhookState;
  readonly error: string | null;
}

/** The log, newest first; `before` is the id where the page before this one ended. */
export function listWebhooks(
  db: Reader,
  query: {
    readonly state: WebhookState | null;
    readonly before: WebhookLogId | null;
    readonly limit: number;
  },
): LoggedWebhook[] {
  const conditions = ['id < ?', ...(query.state === null ? [] : ['state = ?'])];
  return db
    .prepare<{
      id: WebhookLogId;
      received_at: number;
      state: WebhookState;
      error: string | null;
    }>(
      `SELECT id, received_at, state, error FROM webhook_log
       WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`,
    )
    .all(
      query.before ?? Number.MAX_SAFE_INTEGER,
      ...(query.state === null ? [] : [query.state]),
      query.limit,
    )
    .map((row) => ({
      id: row.id,
      receivedAt: row.received_at,
      state: row.state,
      error: row.error,
    }));
}
