import { explainError } from '#shared/graph-errors.ts';
import type { AccountId, MessageId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import type { MessageError } from '#shared/models/message.ts';
import type {
  MessageHistory,
  RevisionRecord,
  SendingRecord,
  StatusRecord,
} from '#shared/models/message-history.ts';
import { deliveriesAbout } from './message-deliveries.ts';
import { attemptsOf } from './outbox-attempts.ts';
import type { Reader } from './store.ts';
import type {
  MessageRevisionTable,
  MessageStatusTable,
  MessageTable,
  OutboxTable,
} from './tables.ts';

/** What happened to a message, from all the places where it was written down. */
export function messageHistory(db: Reader, id: MessageId): MessageHistory | undefined {
  const message = db.prepare<MessageTable>('SELECT * FROM message WHERE id = ?').get(id);
  if (message === undefined) return undefined;
  const { wamid, account_id: accountId } = message;
  const statuses = wamid === null ? [] : statusesOf(db, accountId, wamid);
  return {
    wamid,
    direction: message.direction,
    origin: message.origin,
    status: message.status,
    timestamp: message.timestamp,
    storedAt: message.created_at,
    statuses,
    sending: sendingOf(db, id),
    attempts: attemptsOf(db, id),
    revisions: wamid === null ? [] : revisionsOf(db, accountId, wamid),
    payload: parseJson(message.payload),
    deliveries:
      wamid === null
        ? []
        : deliveriesAbout(db, wamid, [message.created_at, ...statuses.map(({ at }) => at)]),
  };
}

function statusesOf(db: Reader, accountId: AccountId, wamid: string): StatusRecord[] {
  return db
    .prepare<MessageStatusTable>(
      'SELECT * FROM message_status WHERE wamid = ? AND account_id = ? ORDER BY at',
    )
    .all(wamid, accountId)
    .map((row) => ({
      status: row.status,
      at: row.at,
      recipient: row.recipient === '' ? null : row.recipient,
      error: explained(row.error_code, row.error_title),
      pricing: parsed(row.pricing),
      conversation: parsed(row.conversation),
    }));
}

function sendingOf(db: Reader, id: MessageId): SendingRecord | null {
  const row = db.prepare<OutboxTable>('SELECT * FROM outbox WHERE message_id = ?').get(id);
  if (row === undefined) return null;
  return {
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.created_at,
    lastAttemptAt: row.claimed_at,
    nextAttemptAt: row.state === 'queued' ? row.next_attempt_at : null,
    error: explained(row.error_code, row.error),
  };
}

function revisionsOf(db: Reader, accountId: AccountId, wamid: string): RevisionRecord[] {
  return db
    .prepare<Pick<MessageRevisionTable, 'kind' | 'at' | 'payload'>>(
      'SELECT kind, at, payload FROM message_revision WHERE target_wamid = ? AND account_id = ? ORDER BY at',
    )
    .all(wamid, accountId)
    .map(({ kind, at, payload }) => ({ kind, at, payload: parseJson(payload) }));
}

function explained(code: number | null, title: string | null): MessageError | null {
  return code === null && title === null ? null : { code, ...explainError(code, title) };
}

function parsed(json: string | null): Json {
  return json === null ? null : parseJson(json);
}
