import type { ChatId, MessageId } from '#shared/ids.ts';
import type { FilesBeside, Message } from '#shared/models/message.ts';
import { findMessage } from './messages.ts';
import type { Reader } from './store.ts';

/** What can be looked at large: pictures, videos and PDF documents that are here. */
const VIEWABLE = `f.state = 'present' AND m.hidden_at IS NULL AND m.is_deleted = 0 AND (
    (m.type IN ('image', 'video', 'sticker') AND (f.shown_type LIKE 'image/%' OR f.shown_type LIKE 'video/%'))
    OR (m.type = 'document' AND (f.shown_type LIKE 'image/%' OR f.mime_type LIKE 'application/pdf%')))`;

/** Undefined when the message does not stand in this chat. */
export function filesBeside(
  db: Reader,
  chatId: ChatId,
  messageId: MessageId,
): FilesBeside | undefined {
  const centre = db
    .prepare<{ timestamp: number }>(
      'SELECT timestamp FROM message WHERE id = ? AND conversation_id = ?',
    )
    .get(messageId, chatId);
  if (centre === undefined) return undefined;
  const next = (comparison: '<' | '>', order: 'DESC' | 'ASC'): Message | null => {
    const found = db
      .prepare<{ id: MessageId }>(
        `SELECT m.id FROM message m INDEXED BY message_with_file JOIN media f ON f.id = m.media_id
         WHERE m.conversation_id = ? AND m.media_id IS NOT NULL
           AND (m.timestamp, m.id) ${comparison} (?, ?) AND ${VIEWABLE}
         ORDER BY m.timestamp ${order}, m.id ${order} LIMIT 1`,
      )
      .get(chatId, centre.timestamp, messageId);
    return found === undefined ? null : (findMessage(db, found.id) ?? null);
  };
  return { older: next('<', 'DESC'), newer: next('>', 'ASC') };
}
