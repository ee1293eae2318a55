import { explainError } from '#shared/graph-errors.ts';
import type { MessageId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import type { AttemptOutcome, AttemptRecord } from '#shared/models/message-history.ts';
import type { Reader, WriteTx } from './store.ts';
import type { OutboxAttemptTable } from './tables.ts';

export interface Attempt {
  readonly messageId: MessageId;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: AttemptOutcome;
  /** The body of the request, which never holds a token. */
  readonly request: Json;
  readonly wamid: string | null;
  readonly error: {
    readonly code: number | null;
    readonly title: string;
    readonly details: string | null;
  } | null;
  readonly fbtraceId: string | null;
}

/** An evening without network tries a message hundreds of times; the latest tell enough. */
const KEPT = 20;

/** Keeps what one request came to. Of a message that is gone meanwhile nothing is kept. */
export function recordAttempt(tx: WriteTx, attempt: Attempt): void {
  const { messageId, error } = attempt;
  tx.run(
    `INSERT INTO outbox_attempt (message_id, started_at, ended_at, outcome, request, wamid,
       error_code, error_title, error_details, fbtrace_id)
     SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM message WHERE id = ?`,
    attempt.startedAt,
    attempt.endedAt,
    attempt.outcome,
    JSON.stringify(attempt.request),
    attempt.wamid,
    error?.code ?? null,
    error?.title ?? null,
    error?.details ?? null,
    attempt.fbtraceId,
    messageId,
  );
  tx.run(
    `DELETE FROM outbox_attempt WHERE message_id = ? AND id <= (
       SELECT id FROM outbox_attempt WHERE message_id = ? ORDER BY id DESC LIMIT 1 OFFSET ${KEPT})`,
    messageId,
    messageId,
  );
}

/** Requests of a process that is gone: that they were made is known, and nothing else. */
export function recordAbandonedAttempts(tx: WriteTx, reason: string, now: number): void {
  tx.run(
    `INSERT INTO outbox_attempt (message_id, started_at, ended_at, outcome, error_title)
     SELECT message_id, coalesce(claimed_at, created_at), ?, 'ambiguous', ? FROM outbox
     WHERE state IN ('queued', 'claimed') AND state = 'claimed'`,
    now,
    reason,
  );
}

/** Oldest first. */
export function attemptsOf(db: Reader, messageId: MessageId): AttemptRecord[] {
  return db
    .prepare<OutboxAttemptTable>('SELECT * FROM outbox_attempt WHERE message_id = ? ORDER BY id')
    .all(messageId)
    .map((row) => ({
      startedAt: row.started_at,
      endedAt: row.ended_at,
      outcome: row.outcome,
      request: row.request === null ? null : parseJson(row.request),
      wamid: row.wamid,
      error:
        row.error_title === null
          ? null
          : { code: row.error_code, ...explainError(row.error_code, row.error_title) },
      details: row.error_details,
      fbtraceId: row.fbtrace_id,
    }));
}
