import { asId } from '#shared/ids.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { MessageTable } from './tables.ts';
import type { WriteTx } from './store.ts';

/** A message's row before it has an id. `timestamp` in milliseconds since 1970. */
export type NewMessage = Omit<
  MessageTable,
  'id' | 'is_deleted' | 'edited_at' | 'starred_at' | 'hidden_at'
>;

const INSERT = `
  INSERT INTO message (conversation_id, account_id, wamid, direction, origin, type, body, payload, status,
    error_code, error_title, error_details, reply_to_wamid, media_id, sender_contact_id, callback_id,
    timestamp, is_notable, is_forwarded, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/**
 * Stores a message and brings its chat's row in line, by the message's own time and not by its
 * arrival. Undefined when the wamid is known already: a repetition changes nothing.
 */
export function insertMessage(tx: WriteTx, message: NewMessage): MessageId | undefined {
  const { changes, lastInsertRowid } = tx.run(
    INSERT,
    message.conversation_id,
    message.account_id,
    message.wamid,
    message.direction,
    message.origin,
    message.type,
    message.body,
    message.payload,
    message.status,
    message.error_code,
    message.error_title,
    message.error_details,
    message.reply_to_wamid,
    message.media_id,
    message.sender_contact_id,
    message.callback_id,
    message.timestamp,
    message.is_notable,
    message.is_forwarded,
    message.created_at,
  );
  if (changes === 0) return undefined;
  const id = asId<MessageId>(lastInsertRowid);
  if (message.type !== 'reaction') moveChatTail(tx, message, id);
  tx.note({ kind: 'message', chatId: message.conversation_id, messageId: id });
  return id;
}

function moveChatTail(tx: WriteTx, message: NewMessage, id: MessageId): void {
  const at = message.timestamp;
  tx.run(
    `UPDATE conversation SET
       last_message_id = iif(last_message_at IS NULL OR ? >= last_message_at, ?, last_message_id),
       last_message_at = max(coalesce(last_message_at, 0), ?),
       unread_count = unread_count + iif(? = 1 AND ? > read_up_to, 1, 0)
     WHERE id = ?`,
    at,
    id,
    at,
    message.is_notable,
    at,
    message.conversation_id,
  );
  if (message.direction === 'inbound' && message.type !== 'system') {
    tx.run(
      'UPDATE conversation SET last_inbound_at = max(coalesce(last_inbound_at, 0), ?) WHERE id = ?',
      at,
      message.conversation_id,
    );
  }
}

/** Works out a chat's last message again, after one was taken away. */
export function refreshChatTail(tx: WriteTx, chatId: ChatId): void {
  tx.run(
    `UPDATE conversation SET (last_message_id, last_message_at) = (
       SELECT id, timestamp FROM message
       WHERE conversation_id = conversation.id AND type <> 'reaction' AND hidden_at IS NULL
       ORDER BY timestamp DESC, id DESC LIMIT 1)
     WHERE id = ?`,
    chatId,
  );
  tx.note({ kind: 'chat', chatId });
}
