import type { AccountId, ChatId, ContactId, MessageId } from '#shared/ids.ts';
import { deriveStatus } from '#shared/message-status.ts';
import type { MessageOrigin, MessageStatus, MessageType } from '#shared/models/message.ts';
import { recountUnread } from './conversations.ts';
import { refreshChatTail } from './message-insert.ts';
import type { NewMessage } from './message-insert.ts';
import type { Reader, WriteTx } from './store.ts';

/** How much a copy of a message knows: what came to Frontdesk itself says more than what others report. */
const ORIGIN_RANK: Readonly<Record<MessageOrigin, number>> = {
  history: 0,
  standby: 1,
  phone: 2,
  customer: 3,
  frontdesk: 4,
};

interface KnownCopy {
  readonly id: MessageId;
  readonly conversation_id: ChatId;
  readonly origin: MessageOrigin;
  readonly type: MessageType;
  readonly status: MessageStatus;
}

/** Whose thread a message stands in already, unless it is a group's. */
export function personalChatOf(
  db: Reader,
  accountId: AccountId,
  wamid: string,
): { readonly contactId: ContactId } | undefined {
  const row = db
    .prepare<{ contact_id: ContactId }>(
      `SELECT v.contact_id FROM message m JOIN conversation v ON v.id = m.conversation_id
       WHERE m.wamid = ? AND m.account_id = ? AND v.group_id IS NULL`,
    )
    .get(wamid, accountId);
  return row && { contactId: row.contact_id };
}

/**
 * The same message can come by several ways: as history first and live later, or as a placeholder
 * before its file. The better copy takes the place of the lesser one; whichever came first does not
 * matter. Undefined when the known copy is the better one.
 */
export function replaceLesserCopy(tx: WriteTx, message: NewMessage): MessageId | undefined {
  const known = tx
    .prepare<KnownCopy>(
      'SELECT id, conversation_id, origin, type, status FROM message WHERE wamid = ? AND account_id = ?',
    )
    .get(message.wamid, message.account_id);
  if (known === undefined || known.origin === 'frontdesk') return undefined;
  const status = deriveStatus(known.status, [message.status]);
  if (rank(message) <= rank(known)) {
    if (status !== known.status)
      tx.run('UPDATE message SET status = ? WHERE id = ?', status, known.id);
    return undefined;
  }
  tx.run(
    `UPDATE message SET conversation_id = ?, direction = ?, origin = ?, type = ?, body = ?, payload = ?, status = ?,
       reply_to_wamid = ?, media_id = ?, sender_contact_id = ?, timestamp = ?, is_notable = ?, is_forwarded = ?,
       edited_at = NULL
     WHERE id = ?`,
    message.conversation_id,
    message.direction,
    message.origin,
    message.type,
    message.body,
    message.payload,
    status,
    message.reply_to_wamid,
    message.media_id,
    message.sender_contact_id,
    message.timestamp,
    message.is_notable,
    message.is_forwarded,
    known.id,
  );
  for (const chatId of new Set([known.conversation_id, message.conversation_id])) {
    refreshChatTail(tx, chatId);
    recountUnread(tx, chatId);
  }
  tx.note({ kind: 'message', chatId: message.conversation_id, messageId: known.id });
  return known.id;
}

function rank(copy: Pick<NewMessage, 'origin' | 'type'>): number {
  return ORIGIN_RANK[copy.origin] * 2 + (copy.type === 'unknown' ? 0 : 1);
}
