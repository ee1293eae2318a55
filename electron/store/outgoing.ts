import type { AccountId, ChatId, ContactId, MessageId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { fieldAt } from '#shared/json-fields.ts';
import type { Direction, MessageStatus, MessageType } from '#shared/models/message.ts';
import { isBlockedIn } from './block-facts.ts';
import { claimIdentity, holderAt } from './identities.ts';
import { refreshChatTail } from './message-insert.ts';
import { enqueue, removeFromOutbox } from './outbox.ts';
import type { OutboxState } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

/** What decides whether a message may be written into a chat. */
export interface OpenChat {
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly contactId: ContactId;
  readonly accountName: string;
  readonly isAccountActive: boolean;
  readonly isBlocked: boolean;
  readonly isOptedOut: boolean;
  /** When the customer last wrote or called, in milliseconds since 1970. */
  readonly windowOpenedAt: number | null;
}

export function openChat(db: Reader, chatId: ChatId): OpenChat | undefined {
  const row = db
    .prepare<{
      account_id: AccountId;
      contact_id: ContactId;
      account_name: string;
      is_active: number;
      is_blocked: number;
      opted_out: number;
      window_opened_at: number | null;
    }>(
      `SELECT c.account_id, c.contact_id, a.name AS account_name,
         a.is_active = 1 AND a.removed_at IS NULL AS is_active, ${isBlockedIn('c')} AS is_blocked,
         p.opted_out, c.window_opened_at
       FROM conversation c JOIN account a ON a.id = c.account_id JOIN contact p ON p.id = c.contact_id
       WHERE c.id = ?`,
    )
    .get(chatId);
  return (
    row && {
      chatId,
      accountId: row.account_id,
      contactId: row.contact_id,
      accountName: row.account_name,
      isAccountActive: row.is_active === 1,
      isBlocked: row.is_blocked === 1,
      isOptedOut: row.opted_out === 1,
      windowOpenedAt: row.window_opened_at,
    }
  );
}

/** A message that another one answers, or that is to be sent again or taken away. */
export interface KnownMessage {
  readonly id: MessageId;
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly wamid: string | null;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly status: MessageStatus;
  readonly replyToWamid: string | null;
  readonly timestamp: number;
  /** Meta's, of the last attempt. */
  readonly errorCode: number | null;
  /** Null for what Frontdesk did not send itself. */
  readonly outboxState: OutboxState | null;
}

const KNOWN = `
  SELECT m.id, m.conversation_id AS chatId, m.account_id AS accountId, m.wamid, m.direction, m.type,
    m.status, m.reply_to_wamid AS replyToWamid, m.timestamp,
    m.error_code AS errorCode, o.state AS outboxState
  FROM message m LEFT JOIN outbox o ON o.message_id = m.id`;

export function knownMessage(db: Reader, id: MessageId): KnownMessage | undefined {
  return db.prepare<KnownMessage>(`${KNOWN} WHERE m.id = ?`).get(id);
}

/** What Meta takes under the name of the message's type, without the id of a file. */
export function contentOfMessage(db: Reader, { id, type }: KnownMessage): Json {
  const row = db.prepare<{ payload: string }>('SELECT payload FROM message WHERE id = ?').get(id);
  return row === undefined ? null : (fieldAt(parseJson(row.payload), type) ?? null);
}

export function knownMessageByWamid(
  db: Reader,
  accountId: AccountId,
  wamid: string,
): KnownMessage | undefined {
  return db
    .prepare<KnownMessage>(`${KNOWN} WHERE m.wamid = ? AND m.account_id = ?`)
    .get(wamid, accountId);
}

/**
 * Starts a message's way anew, as the last of its chat. Under a new callback id and without its
 * wamid, so that late news of the former attempt is not taken for news of this one.
 */
export function sendAgain(
  tx: WriteTx,
  { id, chatId, accountId }: KnownMessage,
  callbackId: string,
  now: number,
): void {
  tx.run(
    `UPDATE message SET status = 'queued', wamid = NULL, callback_id = ?, timestamp = ?,
       error_code = NULL, error_title = NULL, error_details = NULL
     WHERE id = ?`,
    callbackId,
    now,
    id,
  );
  removeFromOutbox(tx, id);
  enqueue(tx, { messageId: id, chatId, accountId }, now);
  refreshChatTail(tx, chatId);
  tx.note({ kind: 'message', chatId, messageId: id });
}

export function deleteMessage(tx: WriteTx, { id, chatId }: KnownMessage): void {
  removeFromOutbox(tx, id);
  tx.run('DELETE FROM message WHERE id = ?', id);
  refreshChatTail(tx, chatId);
  tx.note({ kind: 'message', chatId, messageId: id });
  tx.note({ kind: 'outbox' });
}

export function clearDraft(tx: WriteTx, chatId: ChatId): void {
  tx.run("UPDATE conversation SET draft = '' WHERE id = ? AND draft <> ''", chatId);
}

/** The newest message that the customer wrote here since then, as Meta knows it. */
export function newestInboundWamid(db: Reader, chatId: ChatId, since: number): string | undefined {
  return db
    .prepare<{ wamid: string }>(
      `SELECT wamid FROM message
       WHERE conversation_id = ? AND type <> 'reaction' AND direction = 'inbound'
         AND origin = 'customer' AND wamid IS NOT NULL AND timestamp >= ?
       ORDER BY timestamp DESC, id DESC LIMIT 1`,
    )
    .get(chatId, since)?.wamid;
}

/** Everything in the chat counts as read. True when something was unread, by count, by time or by the owner's mark. */
export function setRead(tx: WriteTx, chatId: ChatId): boolean {
  const { changes } = tx.run(
    `UPDATE conversation SET unread_count = 0, marked_unread = 0,
       read_up_to = max(read_up_to, coalesce(last_message_at, 0))
     WHERE id = ? AND (is_unread = 1 OR read_up_to < coalesce(last_inbound_at, 0))`,
    chatId,
  );
  if (changes === 1) tx.note({ kind: 'chat', chatId });
  return changes === 1;
}

/**
 * WhatsApp's own id of somebody who was written to by number: in Brazil, Mexico and Argentina it
 * differs from the number, and answers come from it. One that is another person's is left alone.
 */
export function learnWaId(tx: WriteTx, chatId: ChatId, waId: string, now: number): void {
  const identity = { kind: 'wa_id', value: waId, scope: '' } as const;
  if (holderAt(tx, identity, now) !== undefined) return;
  const chat = tx
    .prepare<{ contact_id: ContactId }>(
      'SELECT contact_id FROM conversation WHERE id = ? AND group_id IS NULL',
    )
    .get(chatId);
  if (chat !== undefined) claimIdentity(tx, chat.contact_id, identity, now);
}

/** Numbers from which messages may leave. */
export function sendingAccounts(db: Reader): AccountId[] {
  return db
    .prepare<{ id: AccountId }>(
      'SELECT id FROM account WHERE is_active = 1 AND removed_at IS NULL ORDER BY id',
    )
    .all()
    .map(({ id }) => id);
}
