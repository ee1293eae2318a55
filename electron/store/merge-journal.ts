import { asId } from '#shared/ids.ts';
import type { ChatId, ContactId, MergeId } from '#shared/ids.ts';
import { takePicture } from './merge-tables.ts';
import type { Picture, Row } from './merge-tables.ts';
import type { Reader, WriteTx } from './store.ts';

export type MergedBy = 'whatsapp' | 'owner';

export interface MergePair {
  readonly kept: ContactId;
  readonly gone: ContactId;
}

/** Writes down what `merge` makes of two people, so that it can be taken back. */
export function journalMerge(
  tx: WriteTx,
  { kept, gone }: MergePair,
  { by, now }: { readonly by: MergedBy; readonly now: number },
  merge: () => void,
): MergeId {
  const id = insertMerge(tx, { kept, gone }, by, now);
  noteChats(tx, id, { kept, gone });
  noteMessages(tx, id, gone);
  const whose = { people: [kept, gone], chats: chatsOf(tx, id) };
  const before = takePicture(tx, whose);
  merge();
  // Lines that both had are one now, and the number of the other may be given away again.
  tx.run(
    'UPDATE merge_log SET last_consent_id = coalesce((SELECT max(id) FROM consent_event), 0) WHERE id = ?',
    id,
  );
  noteDifferences(tx, id, before, takePicture(tx, whose));
  return id;
}

function insertMerge(tx: WriteTx, { kept, gone }: MergePair, by: MergedBy, now: number): MergeId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO merge_log (kept_id, gone_id, merged_by, at, last_message_id, last_consent_id)
     VALUES (?, ?, ?, ?, coalesce((SELECT max(id) FROM message), 0), 0)`,
    kept,
    gone,
    by,
    now,
  );
  return asId<MergeId>(lastInsertRowid);
}

function noteChats(tx: WriteTx, id: MergeId, { kept, gone }: MergePair): void {
  tx.run(
    `INSERT INTO merge_chat (merge_id, chat_id, contact_id, joined_into)
     SELECT ?, v.id, v.contact_id, iif(v.contact_id = ?, (
       SELECT k.id FROM conversation k WHERE k.account_id = v.account_id AND k.contact_id = ?), NULL)
     FROM conversation v WHERE v.contact_id IN (?, ?)`,
    id,
    gone,
    kept,
    kept,
    gone,
  );
}

function noteMessages(tx: WriteTx, id: MergeId, gone: ContactId): void {
  tx.run(
    `INSERT INTO merge_message (merge_id, message_id, chat_id, sender_contact_id)
     SELECT c.merge_id, m.id, m.conversation_id, NULL
     FROM merge_chat c JOIN message m ON m.conversation_id = c.chat_id
     WHERE c.merge_id = ? AND c.joined_into IS NOT NULL`,
    id,
  );
  tx.run(
    `INSERT INTO merge_message (merge_id, message_id, chat_id, sender_contact_id)
     SELECT ?, id, NULL, sender_contact_id FROM message WHERE sender_contact_id = ?
     ON CONFLICT (merge_id, message_id) DO UPDATE SET sender_contact_id = excluded.sender_contact_id`,
    id,
    gone,
  );
}

function chatsOf(db: Reader, id: MergeId): ChatId[] {
  return db
    .prepare<{ id: ChatId }>('SELECT chat_id AS id FROM merge_chat WHERE merge_id = ?')
    .all(id)
    .map((chat) => chat.id);
}

function noteDifferences(tx: WriteTx, id: MergeId, before: Picture, after: Picture): void {
  const joined = new Set(
    tx
      .prepare<{ id: ChatId }>(
        'SELECT joined_into AS id FROM merge_chat WHERE merge_id = ? AND joined_into IS NOT NULL',
      )
      .all(id)
      .map((chat) => JSON.stringify([chat.id])),
  );
  for (const [table, rows] of before) {
    const later = after.get(table) ?? new Map<string, Row>();
    for (const key of new Set([...rows.keys(), ...later.keys()])) {
      const [was, became] = [asText(rows.get(key)), asText(later.get(key))];
      // What came into a chat since is found by what it was, also where the merge changed nothing.
      if (was === became && !(table === 'conversation' && joined.has(key))) continue;
      tx.run(
        'INSERT INTO merge_row (merge_id, table_name, row_key, was, became) VALUES (?, ?, ?, ?, ?)',
        id,
        table,
        key,
        was,
        became,
      );
    }
  }
}

function asText(row: Row | undefined): string | null {
  return row === undefined ? null : JSON.stringify(row);
}
