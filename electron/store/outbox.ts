import type { AccountId, ChatId, MediaId, MessageId, OutboxId } from '#shared/ids.ts';
import type { MessageHold, MessageType } from '#shared/models/message.ts';
import { WINDOW_MS } from '#shared/window.ts';
import { isBlockedIn } from './block-facts.ts';
import type { OutboxState } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

/** What a program may ask about a message's way out. Times in milliseconds since 1970. */
export interface OutboxEntry {
  readonly state: OutboxState;
  readonly attempts: number;
  /** Null when no attempt is planned. */
  readonly nextAttemptAt: number | null;
  /** When the request left whose fate is unknown; null when nothing is unknown. */
  readonly unknownSince: number | null;
  /** Why the last attempt did not succeed, in words. */
  readonly error: string | null;
}

export function outboxState(db: Reader, messageId: MessageId): OutboxEntry | undefined {
  const row = db
    .prepare<{
      state: OutboxState;
      attempts: number;
      next_attempt_at: number;
      claimed_at: number | null;
      error: string | null;
    }>(
      'SELECT state, attempts, next_attempt_at, claimed_at, error FROM outbox WHERE message_id = ?',
    )
    .get(messageId);
  return (
    row && {
      state: row.state,
      attempts: row.attempts,
      nextAttemptAt: row.state === 'queued' ? row.next_attempt_at : null,
      unknownSince: row.state === 'unknown' ? row.claimed_at : null,
      error: row.error,
    }
  );
}

export function outboxIdOf(db: Reader, messageId: MessageId): OutboxId | undefined {
  return db.prepare<{ id: OutboxId }>('SELECT id FROM outbox WHERE message_id = ?').get(messageId)
    ?.id;
}

export interface NewOutboxEntry {
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly accountId: AccountId;
}

/** Puts a message at the end of its chat's queue. Throws when it is in the outbox already. */
export function enqueue(
  tx: WriteTx,
  { messageId, chatId, accountId }: NewOutboxEntry,
  now: number,
  dueAt: number = now,
): void {
  tx.run(
    `INSERT INTO outbox
       (message_id, conversation_id, account_id, state, next_attempt_at, created_at, has_file)
     SELECT id, ?, ?, 'queued', ?, ?, media_id IS NOT NULL FROM message WHERE id = ?`,
    chatId,
    accountId,
    dueAt,
    now,
    messageId,
  );
  tx.note({ kind: 'outbox' });
}

export function removeFromOutbox(tx: WriteTx, messageId: MessageId): void {
  tx.run('DELETE FROM outbox WHERE message_id = ?', messageId);
}

/** A queued message that is the first of its chat, with all that is needed to send it. */
export interface QueueHead {
  readonly id: OutboxId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly refusals: number;
  readonly type: MessageType;
  readonly payload: string;
  readonly replyToWamid: string | null;
  readonly callbackId: string | null;
  readonly groupId: string | null;
  readonly windowOpenedAt: number | null;
  /** E.164 with `+`. */
  readonly phone: string | null;
  /** Digits only. */
  readonly waId: string | null;
  /** Business-scoped user id. */
  readonly userId: string | null;
  readonly mediaId: MediaId | null;
  /** Meta's id of the message's file; null where it has none. */
  readonly metaMediaId: string | null;
  readonly hold: MessageHold | null;
  /** 0 or 1: the person wants no offers. */
  readonly optedOut: number;
  /** 0 or 1: the number has blocked the person. */
  readonly isBlocked: number;
}

/**
 * A message whose predecessor in the same chat is queued or on its way waits, even if the
 * predecessor itself waits; one that failed, or whose fate is unknown, holds up nobody. One with a
 * file waits until Meta has the file. One that waits for the customer to write is not there until
 * the window is open.
 */
const DUE_HEADS = `
  SELECT o.id, o.message_id AS messageId, o.conversation_id AS chatId, o.account_id AS accountId,
    o.refusals, o.hold, m.type, m.payload, m.reply_to_wamid AS replyToWamid, m.callback_id AS callbackId,
    c.group_id AS groupId, c.window_opened_at AS windowOpenedAt,
    (SELECT opted_out FROM contact WHERE id = c.contact_id) AS optedOut,
    ${isBlockedIn('c')} AS isBlocked,
    (SELECT i.value FROM contact_identity i
     WHERE i.contact_id = c.contact_id AND i.kind = 'phone' AND i.is_active = 1
     ORDER BY i.first_seen_at DESC, i.id DESC LIMIT 1) AS phone,
    (SELECT i.value FROM contact_identity i
     WHERE i.contact_id = c.contact_id AND i.kind = 'wa_id' AND i.is_active = 1
     ORDER BY i.first_seen_at DESC, i.id DESC LIMIT 1) AS waId,
    (SELECT i.value FROM contact_identity i
     WHERE i.contact_id = c.contact_id AND i.kind IN ('bsuid', 'parent_bsuid') AND i.is_active = 1
     ORDER BY i.scope = coalesce(a.business_portfolio_id, '') DESC, i.kind, i.first_seen_at DESC LIMIT 1) AS userId,
    m.media_id AS mediaId,
    (SELECT u.meta_media_id FROM media f JOIN media_upload u ON u.sha256 = f.sha256
     WHERE f.id = m.media_id AND u.account_id = o.account_id AND u.expires_at > @now) AS metaMediaId
  FROM outbox o
  JOIN message m ON m.id = o.message_id
  JOIN conversation c ON c.id = o.conversation_id
  JOIN account a ON a.id = o.account_id
  WHERE o.account_id = @accountId AND o.state = 'queued' AND o.next_attempt_at <= @now
    AND (m.media_id IS NULL OR metaMediaId IS NOT NULL)
    AND (o.hold IS NULL OR c.window_opened_at > @now - ${WINDOW_MS})
    AND NOT EXISTS (
      SELECT 1 FROM outbox p
      WHERE p.account_id = o.account_id AND p.conversation_id = o.conversation_id AND p.id < o.id
        AND p.state IN ('queued', 'claimed')
        AND (p.hold IS NULL OR c.window_opened_at > @now - ${WINDOW_MS}))
  ORDER BY o.next_attempt_at, o.id LIMIT @limit`;

export function dueHeads(
  db: Reader,
  accountId: AccountId,
  now: number,
  limit: number,
): QueueHead[] {
  return db.prepare<QueueHead>(DUE_HEADS).all({ accountId, now, limit });
}

/** When the next waiting message is due; undefined when none waits for a time to come. */
export function nextDueAt(db: Reader, accountId: AccountId, now: number): number | undefined {
  const row = db
    .prepare<{ at: number | null }>(
      `SELECT min(next_attempt_at) AS at FROM outbox
       WHERE account_id = ? AND state = 'queued' AND next_attempt_at > ?`,
    )
    .get(accountId, now);
  return row?.at ?? undefined;
}

/** Takes a message for sending. False when somebody else was faster: then it must not be sent. */
export function claim(tx: WriteTx, id: OutboxId, now: number): boolean {
  const { changes } = tx.run(
    `UPDATE outbox SET state = 'claimed', attempts = attempts + 1, claimed_at = ?, hold = NULL
     WHERE id = ? AND state = 'queued'`,
    now,
    id,
  );
  return changes === 1;
}

/** Lets a queued message wait without an attempt. */
export function postpone(tx: WriteTx, id: OutboxId, until: number): void {
  tx.run(`UPDATE outbox SET next_attempt_at = ? WHERE id = ? AND state = 'queued'`, until, id);
}

/** Why an attempt did not succeed. */
export interface AttemptError {
  /** Meta's code; null when Meta did not say one. */
  readonly code: number | null;
  readonly title: string;
  readonly details: string | null;
}

/**
 * What became of a claimed message. Each changes only a row that is still claimed, and says
 * whether it did: a webhook may have told the outcome before the answer came.
 */
export function requeue(
  tx: WriteTx,
  id: OutboxId,
  next: { readonly at: number; readonly refusals: number },
  error: AttemptError,
): boolean {
  const { changes } = tx.run(
    `UPDATE outbox SET state = 'queued', next_attempt_at = ?, refusals = ?, error_code = ?, error = ?
     WHERE id = ? AND state = 'claimed'`,
    next.at,
    next.refusals,
    error.code,
    error.title,
    id,
  );
  if (changes === 1) noteMessageError(tx, id, error);
  return changes === 1;
}

/** A message that could not be claimed yet, because its file did not reach Meta, waits. */
export function delay(
  tx: WriteTx,
  id: OutboxId,
  next: { readonly at: number; readonly refusals: number },
  error: AttemptError,
): void {
  const { changes } = tx.run(
    `UPDATE outbox SET next_attempt_at = ?, refusals = ?, error_code = ?, error = ?
     WHERE id = ? AND state = 'queued'`,
    next.at,
    next.refusals,
    error.code,
    error.title,
    id,
  );
  if (changes === 1) noteMessageError(tx, id, error);
}

export function isQueued(db: Reader, id: OutboxId): boolean {
  return db.prepare("SELECT 1 FROM outbox WHERE id = ? AND state = 'queued'").get(id) !== undefined;
}

/** Also for a queued message that can't be sent at all. A hold says that the owner is asked. */
export function fail(
  tx: WriteTx,
  id: OutboxId,
  error: AttemptError,
  hold: MessageHold | null = null,
): boolean {
  const { changes } = tx.run(
    `UPDATE outbox SET state = 'failed', error_code = ?, error = ?, hold = ?
     WHERE id = ? AND state IN ('queued', 'claimed')`,
    error.code,
    error.title,
    hold,
    id,
  );
  if (changes === 1) {
    setMessageStatus(tx, id, 'failed');
    noteMessageError(tx, id, error);
  }
  return changes === 1;
}

/** Nobody knows whether Meta has the message. */
export function doubt(tx: WriteTx, id: OutboxId, reason: string): boolean {
  const { changes } = tx.run(
    `UPDATE outbox SET state = 'unknown', error_code = NULL, error = ?
     WHERE id = ? AND state = 'claimed'`,
    reason,
    id,
  );
  if (changes === 1) {
    setMessageStatus(tx, id, 'unknown');
    noteMessageError(tx, id, null);
  }
  return changes === 1;
}

/** Claims of a process that is gone: their requests may have left. Answers how many there were. */
export function doubtAbandonedClaims(tx: WriteTx, reason: string): number {
  const abandoned = tx
    .prepare<{ id: OutboxId }>(
      `SELECT id FROM outbox WHERE state IN ('queued', 'claimed') AND state = 'claimed'`,
    )
    .all();
  for (const { id } of abandoned) doubt(tx, id, reason);
  return abandoned.length;
}

/** Messages that wait for the network may go at once. */
export function hastenUnsent(tx: WriteTx, accountId: AccountId, now: number): void {
  tx.run(
    `UPDATE outbox SET next_attempt_at = ?
     WHERE account_id = ? AND state = 'queued' AND next_attempt_at > ?
       AND error_code IS NULL AND error IS NOT NULL AND refusals = 0`,
    now,
    accountId,
    now,
  );
}

function setMessageStatus(tx: WriteTx, id: OutboxId, status: 'failed' | 'unknown'): void {
  tx.run(
    'UPDATE message SET status = ? WHERE id = (SELECT message_id FROM outbox WHERE id = ?)',
    status,
    id,
  );
}

function noteMessageError(tx: WriteTx, id: OutboxId, error: AttemptError | null): void {
  const row = tx
    .prepare<{ id: MessageId; chatId: ChatId }>(
      `UPDATE message SET error_code = ?, error_title = ?, error_details = ?
       WHERE id = (SELECT message_id FROM outbox WHERE id = ?)
       RETURNING id, conversation_id AS chatId`,
    )
    .get(error?.code ?? null, error?.title ?? null, error?.details ?? null, id);
  if (row !== undefined) tx.note({ kind: 'message', chatId: row.chatId, messageId: row.id });
}
