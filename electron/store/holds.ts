import type { ChatId, MessageId } from '#shared/ids.ts';
import { refreshChatTail } from './message-insert.ts';
import type { KnownMessage } from './outgoing.ts';
import type { Reader, WriteTx } from './store.ts';

/**
 * Puts a message back in the queue, where it waits until its customer writes: in its old place, so
 * that several leave in the order in which they were written. Under a new callback id and without
 * its wamid, so that late news of the former attempt is not taken for news of this one.
 */
export function holdUntilReply(
  tx: WriteTx,
  { id, chatId }: KnownMessage,
  callbackId: string,
  now: number,
): void {
  tx.run(
    `UPDATE message SET status = 'queued', wamid = NULL, callback_id = ?,
       error_code = NULL, error_title = NULL, error_details = NULL
     WHERE id = ?`,
    callbackId,
    id,
  );
  tx.run(
    `UPDATE outbox SET state = 'queued', hold = 'until_reply', next_attempt_at = ?, refusals = 0,
       error_code = NULL, error = NULL
     WHERE message_id = ?`,
    now,
    id,
  );
  tx.note({ kind: 'message', chatId, messageId: id });
  tx.note({ kind: 'outbox' });
}

/** Meta itself said of a message that it had taken that the window is closed: the owner is asked. */
export function holdForOwner(tx: WriteTx, id: MessageId): void {
  tx.run(
    `UPDATE outbox SET hold = 'window_closed'
     WHERE message_id = ? AND message_id IN (SELECT id FROM message WHERE type <> 'reaction')`,
    id,
  );
}

/** It got through after all: nobody is asked any more. */
export function releaseHold(tx: WriteTx, id: MessageId): void {
  tx.run('UPDATE outbox SET hold = NULL WHERE message_id = ? AND hold IS NOT NULL', id);
}

/** What waited for the customer stands where it leaves, below what they wrote. */
export function moveToNow(tx: WriteTx, id: MessageId, chatId: ChatId, now: number): void {
  tx.run('UPDATE message SET timestamp = ? WHERE id = ?', now, id);
  refreshChatTail(tx, chatId);
  tx.note({ kind: 'message', chatId, messageId: id });
}

/** The customer has written: tells the sender, if something waits for that. */
export function wakeHeld(tx: WriteTx, chatId: ChatId): void {
  if (isSomethingHeld(tx, chatId)) tx.note({ kind: 'outbox' });
}

function isSomethingHeld(db: Reader, chatId: ChatId): boolean {
  return (
    db
      .prepare("SELECT 1 FROM outbox WHERE conversation_id = ? AND hold = 'until_reply' LIMIT 1")
      .get(chatId) !== undefined
  );
}
