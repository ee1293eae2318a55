import type { AccountId, ChatId, ContactId, MergeId, MessageId } from '#shared/ids.ts';
import { ensureChat, recountUnread, reopen } from './conversations.ts';
import type { MergePair } from './merge-journal.ts';
import { refreshChatTail } from './message-insert.ts';
import { deriveGroupReactions, groupReactionsOf } from './reactions.ts';
import type { Reader, WriteTx } from './store.ts';

export interface UndoneMerge extends MergePair {
  readonly id: MergeId;
  /** Messages with higher ids came since. */
  readonly lastMessageId: MessageId;
}

/** The messages of a chat that was joined into another stand in it again, with what waits to leave. */
export function returnMessages(tx: WriteTx, { id, gone, kept }: UndoneMerge): void {
  tx.run(
    `UPDATE message SET conversation_id = j.chat_id FROM merge_message j
     WHERE j.merge_id = ? AND j.message_id = message.id AND j.chat_id IS NOT NULL`,
    id,
  );
  tx.run(
    `UPDATE message SET sender_contact_id = ? WHERE sender_contact_id = ? AND id IN (
       SELECT message_id FROM merge_message WHERE merge_id = ? AND sender_contact_id IS NOT NULL)`,
    gone,
    kept,
    id,
  );
}

/** Who of the two wrote a message, by what WhatsApp calls its sender; null: neither, or nobody knows. */
const SENDER = `(
  SELECT i.contact_id FROM contact_identity i
  WHERE i.value = coalesce(json_extract(m.payload, '$.from_user_id'), CAST(json_extract(m.payload, '$.from') AS TEXT))
    AND i.kind IN ('bsuid', 'wa_id') AND i.contact_id IN (:kept, :gone)
  ORDER BY i.is_active DESC LIMIT 1)`;

interface Stray {
  readonly id: MessageId;
  readonly accountId: AccountId;
  readonly chatId: ChatId;
  readonly sender: ContactId;
}

/** Gives what was written since the merge to whoever of the two wrote it. */
export function sortLaterMessages(tx: WriteTx, merge: UndoneMerge, now: number): void {
  handOverNewChats(tx, merge);
  const strays = tx
    .prepare<Stray>(
      `SELECT * FROM (
         SELECT m.id, m.account_id AS accountId, m.conversation_id AS chatId, v.contact_id AS holder,
           ${SENDER} AS sender
         FROM conversation v JOIN message m ON m.conversation_id = v.id
         WHERE v.contact_id IN (:kept, :gone) AND v.group_id IS NULL
           AND m.id > :last AND m.direction = 'inbound')
       WHERE sender IS NOT NULL AND sender <> holder`,
    )
    .all(parametersOf(merge));
  for (const { id, accountId, sender } of strays) {
    const chatId = ensureChat(tx, accountId, sender, now);
    tx.run('UPDATE message SET conversation_id = ? WHERE id = ?', chatId, id);
    reopen(tx, chatId);
  }
  tx.prepare(
    `UPDATE message AS m SET sender_contact_id = :gone
     WHERE m.sender_contact_id = :kept AND m.id > :last AND ${SENDER} = :gone`,
  ).run(parametersOf(merge));
}

/** A chat that began since the merge, in which only the one who comes back wrote, is theirs whole. */
function handOverNewChats(tx: WriteTx, merge: UndoneMerge): void {
  tx.prepare(
    `UPDATE conversation AS v SET contact_id = :gone
     WHERE v.contact_id = :kept AND v.group_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM merge_chat c WHERE c.merge_id = :id AND c.chat_id = v.id)
       AND NOT EXISTS (SELECT 1 FROM conversation o WHERE o.contact_id = :gone AND o.account_id = v.account_id)
       AND (SELECT min(${SENDER}) = :gone AND max(${SENDER}) = :gone FROM message m
         WHERE m.conversation_id = v.id AND m.direction = 'inbound')`,
  ).run({ ...parametersOf(merge), id: merge.id });
}

function parametersOf({ kept, gone, lastMessageId }: UndoneMerge) {
  return { kept, gone, last: lastMessageId };
}

/** Works out again what the chats of both say about their messages. */
export function settleChats(tx: WriteTx, merge: UndoneMerge): void {
  const chats = tx
    .prepare<{ id: ChatId }>('SELECT id FROM conversation WHERE contact_id IN (?, ?)')
    .all(merge.kept, merge.gone);
  for (const { id } of chats) {
    settleTimes(tx, id, merge);
    tx.run(
      `UPDATE outbox SET conversation_id = (SELECT conversation_id FROM message WHERE id = outbox.message_id)
       WHERE conversation_id = ?`,
      id,
    );
    refreshChatTail(tx, id);
    recountUnread(tx, id);
  }
  tx.note({ kind: 'outbox' });
}

/** Chats that were one know of their customer what they knew before, and what stands in them since. */
function settleTimes(tx: WriteTx, chatId: ChatId, { id, lastMessageId }: UndoneMerge): void {
  const former = formerTimes(tx, id, chatId);
  if (former === undefined) return;
  const since = `(SELECT max(timestamp) FROM message m
    WHERE m.conversation_id = conversation.id AND m.id > ? AND m.direction = 'inbound' AND m.type <> 'system'`;
  tx.run(
    `UPDATE conversation SET
       last_inbound_at = nullif(max(?, coalesce(${since}), 0)), 0),
       customer_active_at = nullif(max(?, coalesce(${since}
         AND m.origin IN ('customer', 'standby') AND m.type NOT IN ('reaction', 'template', 'unknown')), 0)), 0)
     WHERE id = ?`,
    former.lastInboundAt,
    lastMessageId,
    former.customerActiveAt,
    lastMessageId,
    chatId,
  );
}

interface Times {
  readonly lastInboundAt: number;
  readonly customerActiveAt: number;
}

/** Of a chat that was joined with another: what it knew before, 0 for nothing. */
function formerTimes(db: Reader, id: MergeId, chatId: ChatId): Times | undefined {
  return db
    .prepare<Times>(
      `SELECT coalesce(json_extract(was, '$.last_inbound_at'), 0) AS lastInboundAt,
         coalesce(json_extract(was, '$.customer_active_at'), 0) AS customerActiveAt
       FROM merge_row WHERE merge_id = ? AND table_name = 'conversation' AND row_key = ?
         AND EXISTS (SELECT 1 FROM merge_chat c WHERE c.merge_id = merge_row.merge_id
           AND c.joined_into IS NOT NULL AND ? IN (c.chat_id, c.joined_into))`,
    )
    .get(id, JSON.stringify([chatId]), chatId);
}

/** What both have reacted with in groups stands under each one's own name again. */
export function returnGroupReactions(tx: WriteTx, { kept, gone }: MergePair): void {
  deriveGroupReactions(tx, groupReactionsOf(tx, gone), [kept, gone]);
}
