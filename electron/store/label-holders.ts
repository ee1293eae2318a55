import type { ChatId, ContactId, LabelId } from '#shared/ids.ts';
import type { LabelTarget } from '#shared/models/label.ts';
import { noteChats } from './contacts.ts';
import type { Reader, WriteTx } from './store.ts';

/** Puts a label on a chat's person, or on the chat alone. False when it is there already. */
export function putLabel(tx: WriteTx, chatId: ChatId, labelId: LabelId, on: LabelTarget): boolean {
  const contactId = contactOf(tx, chatId);
  if (contactId === undefined) return false;
  if (on === 'contact') return labelContact(tx, contactId, labelId);
  const { changes } = tx.run(
    'INSERT OR IGNORE INTO conversation_label (conversation_id, label_id) VALUES (?, ?)',
    chatId,
    labelId,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId });
  return changes > 0;
}

/** Takes a label off. False when it was not there. */
export function takeLabel(tx: WriteTx, chatId: ChatId, labelId: LabelId, on: LabelTarget): boolean {
  const contactId = contactOf(tx, chatId);
  if (contactId === undefined) return false;
  if (on === 'contact') return unlabelContact(tx, contactId, labelId);
  const { changes } = tx.run(
    'DELETE FROM conversation_label WHERE conversation_id = ? AND label_id = ?',
    chatId,
    labelId,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId });
  return changes > 0;
}

export function labelContact(tx: WriteTx, contactId: ContactId, labelId: LabelId): boolean {
  const { changes } = tx.run(
    'INSERT OR IGNORE INTO contact_label (contact_id, label_id) VALUES (?, ?)',
    contactId,
    labelId,
  );
  if (changes > 0) noteChats(tx, contactId);
  return changes > 0;
}

export function unlabelContact(tx: WriteTx, contactId: ContactId, labelId: LabelId): boolean {
  const { changes } = tx.run(
    'DELETE FROM contact_label WHERE contact_id = ? AND label_id = ?',
    contactId,
    labelId,
  );
  if (changes > 0) noteChats(tx, contactId);
  return changes > 0;
}

function contactOf(db: Reader, chatId: ChatId): ContactId | undefined {
  return db
    .prepare<{ id: ContactId }>('SELECT contact_id AS id FROM conversation WHERE id = ?')
    .get(chatId)?.id;
}

/** One person takes over the labels of another, who goes. */
export function moveContactLabels(tx: WriteTx, from: ContactId, to: ContactId): void {
  tx.run(
    `INSERT OR IGNORE INTO contact_label (contact_id, label_id)
     SELECT ?, label_id FROM contact_label WHERE contact_id = ?`,
    to,
    from,
  );
  tx.run('DELETE FROM contact_label WHERE contact_id = ?', from);
  tx.run(
    `UPDATE OR IGNORE removed_label_holder SET holder_id = ? WHERE kind = 'contact' AND holder_id = ?`,
    to,
    from,
  );
}

/** One chat takes over the labels of another, which goes. */
export function moveChatLabels(tx: WriteTx, from: ChatId, to: ChatId): void {
  tx.run(
    `INSERT OR IGNORE INTO conversation_label (conversation_id, label_id)
     SELECT ?, label_id FROM conversation_label WHERE conversation_id = ?`,
    to,
    from,
  );
  tx.run('DELETE FROM conversation_label WHERE conversation_id = ?', from);
  tx.run(
    `UPDATE OR IGNORE removed_label_holder SET holder_id = ? WHERE kind = 'chat' AND holder_id = ?`,
    to,
    from,
  );
}
