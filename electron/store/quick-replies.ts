import type { QuickReplyId } from '#shared/ids.ts';
import type { NewQuickReply, QuickReply } from '#shared/models/quick-reply.ts';
import type { Reader, WriteTx } from './store.ts';

export function listQuickReplies(db: Reader): QuickReply[] {
  return db
    .prepare<QuickReply>('SELECT id, shortcut, text FROM quick_reply ORDER BY shortcut, id')
    .all();
}

/** Adds one, or changes the one that has this id. Undefined when another has the shortcut already. */
export function saveQuickReply(
  tx: WriteTx,
  { id, shortcut, text }: NewQuickReply,
  now: number,
): QuickReply | undefined {
  const taken = tx
    .prepare<{ id: QuickReplyId }>('SELECT id FROM quick_reply WHERE shortcut = ?')
    .get(shortcut);
  if (taken !== undefined && taken.id !== id) return undefined;
  return tx
    .prepare<QuickReply>(
      `INSERT INTO quick_reply (id, shortcut, text, updated_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET shortcut = excluded.shortcut, text = excluded.text,
         updated_at = excluded.updated_at
       RETURNING id, shortcut, text`,
    )
    .get(id, shortcut, text, now);
}

export function removeQuickReply(tx: WriteTx, id: QuickReplyId): void {
  tx.run('DELETE FROM quick_reply WHERE id = ?', id);
}
