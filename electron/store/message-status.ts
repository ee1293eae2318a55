import type { ChatId, MessageId } from '#shared/ids.ts';
import { deriveStatus } from '#shared/message-status.ts';
import type { MessageStatus } from '#shared/models/message.ts';
import { closeWindow, extendFreeEntry } from './conversations.ts';
import { holdForOwner, releaseHold } from './holds.ts';
import { recordRefusedMarketing, tellsOptOut } from './refused-marketing.ts';
import { freeEntryExpirySeconds, windowRefusedAt } from './statuses.ts';
import type { MessageTable } from './tables.ts';
import type { WriteTx } from './store.ts';

type Settled = Pick<MessageTable, 'conversation_id' | 'wamid' | 'status'>;

/**
 * Brings a message's status, and its chat's windows, in line with the facts known for its wamid. A
 * status never goes back.
 */
export function settleStatus(tx: WriteTx, messageId: MessageId): void {
  const message = tx
    .prepare<Settled>('SELECT conversation_id, wamid, status FROM message WHERE id = ?')
    .get(messageId);
  if (message === undefined || message.wamid === null) return;
  const facts = tx
    .prepare<{ status: string }>('SELECT status FROM message_status WHERE wamid = ?')
    .all(message.wamid);
  const status = deriveStatus(
    message.status,
    facts.map((fact) => fact.status),
  );
  if (status !== message.status) changeStatus(tx, messageId, message, status);
  if (facts.some((fact) => fact.status === 'failed')) settleOptOut(tx, messageId, message);
  settleWindows(tx, message.conversation_id, message.wamid);
}

/** Meta may tell by a status, long after it has accepted the message, that nobody wanted it. */
function settleOptOut(tx: WriteTx, messageId: MessageId, message: Settled): void {
  const failures = tx
    .prepare<{ at: number; code: number | null; title: string | null }>(
      `SELECT at, error_code AS code, error_title AS title FROM message_status
       WHERE wamid = ? AND status = 'failed'`,
    )
    .all(message.wamid);
  for (const { at, code, title } of failures) {
    if (!tellsOptOut(code)) continue;
    const evidence = { message_id: messageId, code, title };
    recordRefusedMarketing(tx, { chatId: message.conversation_id, evidence, at });
  }
}

function settleWindows(tx: WriteTx, chatId: ChatId, wamid: string): void {
  const refusedAt = windowRefusedAt(tx, wamid);
  if (refusedAt !== null) closeWindow(tx, chatId, refusedAt);
  const freeUntil = freeEntryExpirySeconds(tx, wamid);
  if (freeUntil !== null && freeUntil > 0) extendFreeEntry(tx, chatId, freeUntil * 1_000);
}

function changeStatus(
  tx: WriteTx,
  messageId: MessageId,
  message: Settled,
  status: MessageStatus,
): void {
  if (status === 'failed') adoptFailure(tx, messageId, message.wamid);
  else forgetFailure(tx, messageId);
  tx.run('UPDATE message SET status = ? WHERE id = ?', status, messageId);
  tx.note({ kind: 'message', chatId: message.conversation_id, messageId });
}

function forgetFailure(tx: WriteTx, messageId: MessageId): void {
  tx.run(
    'UPDATE message SET error_code = NULL, error_title = NULL, error_details = NULL WHERE id = ?',
    messageId,
  );
  releaseHold(tx, messageId);
}

const WINDOW_CLOSED = 131047;

function adoptFailure(tx: WriteTx, messageId: MessageId, wamid: string | null): void {
  const failure = tx
    .prepare<{ error_code: number | null }>(
      `UPDATE message SET (error_code, error_title, error_details) = (
       SELECT error_code, error_title, error_details FROM message_status
       WHERE wamid = ? AND status = 'failed' ORDER BY at, error_code LIMIT 1)
     WHERE id = ? RETURNING error_code`,
    )
    .get(wamid, messageId);
  if (failure?.error_code === WINDOW_CLOSED) holdForOwner(tx, messageId);
}

/**
 * Meta has taken a message of ours and calls it `wamid` from now on: learnt from the answer to the
 * request, or from a status that carries our callback id when that answer was lost.
 */
export function adoptWamid(tx: WriteTx, messageId: MessageId, wamid: string): void {
  const message = tx
    .prepare<Settled>(
      `UPDATE message SET wamid = ?, status = 'accepted', error_code = NULL, error_title = NULL, error_details = NULL
       WHERE id = ? AND wamid IS NULL RETURNING conversation_id, wamid, status`,
    )
    .get(wamid, messageId);
  if (message === undefined) return;
  tx.run(
    "UPDATE outbox SET state = 'accepted', error_code = NULL, error = NULL WHERE message_id = ?",
    messageId,
  );
  tx.note({ kind: 'message', chatId: message.conversation_id, messageId });
  tx.note({ kind: 'outbox' });
  settleStatus(tx, messageId);
}
