import { asId } from '#shared/ids.ts';
import type { ChatId, LabelId } from '#shared/ids.ts';
import { labelKey } from '#shared/label.ts';
import type { Label, LabelCount } from '#shared/models/label.ts';
import type { Reader, WriteTx } from './store.ts';

/** All of them, by name. */
export function listLabels(db: Reader): Label[] {
  return db.prepare<Label>('SELECT id, name, color FROM label ORDER BY name_key').all();
}

export function findLabel(db: Reader, id: LabelId): Label | undefined {
  return db.prepare<Label>('SELECT id, name, color FROM label WHERE id = ?').get(id);
}

export function findLabelByName(db: Reader, name: string): Label | undefined {
  return db
    .prepare<Label>('SELECT id, name, color FROM label WHERE name_key = ?')
    .get(labelKey(name));
}

/** How many people and chats carry each label. Walks all of them: for the reading thread. */
export function countLabels(db: Reader): LabelCount[] {
  return db
    .prepare<LabelCount>(
      `SELECT id AS labelId,
         (SELECT count(*) FROM contact_label WHERE label_id = label.id) AS contacts,
         (SELECT count(*) FROM labelled_chat WHERE label_id = label.id) AS chats
       FROM label ORDER BY name_key`,
    )
    .all();
}

/** The name must be free (`findLabelByName`). */
export function insertLabel(tx: WriteTx, name: string, color: string, now: number): LabelId {
  const { lastInsertRowid } = tx.run(
    'INSERT INTO label (name, name_key, color, created_at) VALUES (?, ?, ?, ?)',
    name,
    labelKey(name),
    color,
    now,
  );
  tx.note({ kind: 'labels' });
  return asId<LabelId>(lastInsertRowid);
}

export function updateLabel(tx: WriteTx, { id, name, color }: Label): void {
  tx.run(
    'UPDATE label SET name = ?, name_key = ?, color = ? WHERE id = ?',
    name,
    labelKey(name),
    color,
    id,
  );
  tx.note({ kind: 'labels' });
}

/** Puts a label aside with all who carry it, so that `restoreLabel` can bring it back. */
export function removeLabel(tx: WriteTx, id: LabelId, now: number): void {
  tx.run(
    `INSERT INTO removed_label (id, name, color, created_at, removed_at)
     SELECT id, name, color, created_at, ? FROM label WHERE id = ?`,
    now,
    id,
  );
  tx.run(
    `INSERT INTO removed_label_holder (label_id, kind, holder_id)
     SELECT label_id, 'contact', contact_id FROM contact_label WHERE label_id = ?
     UNION ALL SELECT label_id, 'chat', conversation_id FROM conversation_label WHERE label_id = ?`,
    id,
    id,
  );
  // At once rather than row by row through the triggers.
  tx.run('DELETE FROM labelled_chat WHERE label_id = ?', id);
  tx.run('DELETE FROM label WHERE id = ?', id);
  tx.note({ kind: 'labels' });
}

export function findRemovedLabel(db: Reader, id: LabelId): Label | undefined {
  return db.prepare<Label>('SELECT id, name, color FROM removed_label WHERE id = ?').get(id);
}

/** Brings a removed label back under its id, to everyone who carried it and is still there. */
export function restoreLabel(tx: WriteTx, { id, name, color }: Label): void {
  tx.run(
    `INSERT INTO label (id, name, name_key, color, created_at)
     SELECT id, ?, ?, ?, created_at FROM removed_label WHERE id = ?`,
    name,
    labelKey(name),
    color,
    id,
  );
  tx.run(
    `INSERT OR IGNORE INTO contact_label (contact_id, label_id)
     SELECT c.id, h.label_id FROM removed_label_holder h JOIN contact c ON c.id = h.holder_id
     WHERE h.label_id = ? AND h.kind = 'contact'`,
    id,
  );
  tx.run(
    `INSERT OR IGNORE INTO conversation_label (conversation_id, label_id)
     SELECT v.id, h.label_id FROM removed_label_holder h JOIN conversation v ON v.id = h.holder_id
     WHERE h.label_id = ? AND h.kind = 'chat'`,
    id,
  );
  tx.run('DELETE FROM removed_label WHERE id = ?', id);
  tx.note({ kind: 'labels' });
}

export function forgetLabelsRemovedBefore(tx: WriteTx, before: number): void {
  tx.run('DELETE FROM removed_label WHERE removed_at < ?', before);
}

/** Chats that carry the label, the newest message first. */
export function chatsLabelled(db: Reader, id: LabelId, limit: number): ChatId[] {
  return db
    .prepare<{ id: ChatId }>(
      `SELECT conversation_id AS id FROM labelled_chat INDEXED BY labelled_chat_recent
       WHERE label_id = ? ORDER BY last_message_at DESC, conversation_id DESC LIMIT ?`,
    )
    .all(id, limit)
    .map((row) => row.id);
}
