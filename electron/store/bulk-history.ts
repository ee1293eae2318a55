import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId } from '#shared/ids.ts';
import type { Direction, MessageStatus, MessageType } from '#shared/models/message.ts';
import { FREE_CHAT_ID, FREE_CONTACT_ID } from './free-ids.ts';
import type { WriteTx } from './store.ts';

/**
 * Writing a large history at once. Unlike ingest it knows that everything is new and comes in the
 * order of time, so it may leave a chat's own row to the end.
 */

export interface BulkPerson {
  readonly name: string;
  readonly waId: string;
  readonly phone: string;
  readonly bsuid: string;
  readonly bsuidScope: string;
}

/** Makes the person and their chat with the account; finds them again when they are there already. */
export function addBulkChat(
  tx: WriteTx,
  accountId: AccountId,
  person: BulkPerson,
  now: number,
): ChatId {
  const known = tx
    .prepare<{ contact_id: ContactId }>(
      "SELECT contact_id FROM contact_identity WHERE kind = 'wa_id' AND value = ? AND scope = '' AND is_active = 1",
    )
    .get(person.waId);
  const contactId = known?.contact_id ?? addContact(tx, person, now);
  const row = tx
    .prepare<{ id: ChatId }>(
      `INSERT INTO conversation (id, account_id, contact_id, created_at) VALUES (${FREE_CHAT_ID}, ?, ?, ?)
       ON CONFLICT (account_id, contact_id) DO UPDATE SET account_id = excluded.account_id RETURNING id`,
    )
    .get(accountId, contactId, now);
  if (row === undefined) throw new Error('SQLite did not return the chat it stored.');
  return row.id;
}

function addContact(tx: WriteTx, person: BulkPerson, now: number): ContactId {
  const contactId = asId<ContactId>(
    tx.run(
      `INSERT INTO contact (id, name, profile_name, created_at, updated_at) VALUES (${FREE_CONTACT_ID}, ?, ?, ?, ?)`,
      person.name,
      person.name,
      now,
      now,
    ).lastInsertRowid,
  );
  for (const [kind, value, scope] of [
    ['phone', person.phone, ''],
    ['wa_id', person.waId, ''],
    ['bsuid', person.bsuid, person.bsuidScope],
  ] as const) {
    tx.run(
      'INSERT INTO contact_identity (contact_id, kind, value, scope, first_seen_at) VALUES (?, ?, ?, ?, ?)',
      contactId,
      kind,
      value,
      scope,
      now,
    );
  }
  return contactId;
}

export interface BulkMessage {
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly wamid: string;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly body: string;
  readonly payload: string;
  readonly status: MessageStatus;
  readonly timestamp: number;
}

/** False when the message is there already. */
export function addBulkMessage(tx: WriteTx, message: BulkMessage): boolean {
  const isInbound = message.direction === 'inbound';
  const { changes } = tx.run(
    `INSERT INTO message (conversation_id, account_id, wamid, direction, origin, type, body, payload,
       status, timestamp, is_notable, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    message.chatId,
    message.accountId,
    message.wamid,
    message.direction,
    isInbound ? 'customer' : 'frontdesk',
    message.type,
    message.body,
    message.payload,
    message.status,
    message.timestamp,
    isInbound ? 1 : 0,
    message.timestamp,
  );
  return changes === 1;
}

/** Works out every chat's own row from its messages, after the last of them is written. */
export function settleBulkChats(tx: WriteTx, accountId: AccountId, readUpTo: number): void {
  tx.run(
    `UPDATE conversation SET
       (last_message_id, last_message_at) = (
         SELECT id, timestamp FROM message
         WHERE conversation_id = conversation.id AND type <> 'reaction'
         ORDER BY timestamp DESC, id DESC LIMIT 1),
       last_inbound_at = (
         SELECT timestamp FROM message
         WHERE conversation_id = conversation.id AND type <> 'reaction' AND direction = 'inbound'
         ORDER BY timestamp DESC, id DESC LIMIT 1),
       read_up_to = max(read_up_to, ?)
     WHERE account_id = ?`,
    readUpTo,
    accountId,
  );
  tx.run(
    `UPDATE conversation SET
       customer_active_at = last_inbound_at,
       unread_count = (
         SELECT count(*) FROM message
         WHERE conversation_id = conversation.id AND type <> 'reaction'
           AND timestamp > read_up_to AND is_notable = 1)
     WHERE account_id = ?`,
    accountId,
  );
}
