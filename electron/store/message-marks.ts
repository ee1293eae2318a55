import type { ChatId, MessageId } from '#shared/ids.ts';
import { refreshChatTail } from './message-insert.ts';
import type { WriteTx } from './store.ts';

/** The owner's own marks on messages; WhatsApp knows nothing of them. False: there is no such message. */
export function starMessage(tx: WriteTx, id: MessageId, at: number | null): boolean {
  const message = tx
    .prepare<{ chatId: ChatId }>(
      'UPDATE message SET starred_at = ? WHERE id = ? RETURNING conversation_id AS chatId',
    )
    .get(at, id);
  if (message === undefined) return false;
  tx.note({ kind: 'message', chatId: message.chatId, messageId: id });
  return true;
}

/** Takes a message out of its thread and its chat's preview, or brings it back. False as above. */
export function hideMessage(tx: WriteTx, id: MessageId, at: number | null): boolean {
  const message = tx
    .prepare<{ chatId: ChatId }>(
      'UPDATE message SET hidden_at = ? WHERE id = ? RETURNING conversation_id AS chatId',
    )
    .get(at, id);
  if (message === undefined) return false;
  refreshChatTail(tx, message.chatId);
  tx.note({ kind: 'message', chatId: message.chatId, messageId: id });
  return true;
}
