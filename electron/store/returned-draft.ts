import type { ChatId, MessageId } from '#shared/ids.ts';
import type { WriteTx } from './store.ts';

/** Puts a message's words before what is written in its chat's field. Answers the words. */
export function returnToDraft(
  tx: WriteTx,
  { id, chatId }: { readonly id: MessageId; readonly chatId: ChatId },
): string {
  const row = tx.prepare<{ body: string }>('SELECT body FROM message WHERE id = ?').get(id);
  const text = row?.body ?? '';
  tx.run(
    `UPDATE conversation SET draft = iif(draft = '', ?, ? || char(10) || draft) WHERE id = ?`,
    text,
    text,
    chatId,
  );
  tx.note({ kind: 'chat', chatId });
  return text;
}
