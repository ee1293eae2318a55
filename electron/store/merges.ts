import type { ContactId, MergeId, MessageId } from '#shared/ids.ts';
import { bestName } from './contact-name.ts';
import type { MergedBy } from './merge-journal.ts';
import type { Reader, WriteTx } from './store.ts';

export interface MergeEntry {
  readonly id: MergeId;
  readonly kept: ContactId;
  readonly gone: ContactId;
  readonly mergedBy: MergedBy;
  readonly at: number;
  readonly lastMessageId: MessageId;
  readonly lastConsentId: number;
  readonly undoneAt: number | null;
}

const ENTRY = `SELECT id, kept_id AS kept, gone_id AS gone, merged_by AS mergedBy, at,
  last_message_id AS lastMessageId, last_consent_id AS lastConsentId, undone_at AS undoneAt
  FROM merge_log`;

export function findMerge(db: Reader, id: MergeId): MergeEntry | undefined {
  return db.prepare<MergeEntry>(`${ENTRY} WHERE id = ?`).get(id);
}

/** Newest first, from before `before`. */
export function pageMerges(db: Reader, before: MergeId | null, limit: number): MergeEntry[] {
  return db
    .prepare<MergeEntry>(`${ENTRY} WHERE id < ? ORDER BY id DESC LIMIT ?`)
    .all(before ?? Number.MAX_SAFE_INTEGER, limit);
}

export function latestMergeOf(db: Reader, kept: ContactId): MergeEntry | undefined {
  return db.prepare<MergeEntry>(`${ENTRY} WHERE kept_id = ? ORDER BY id DESC LIMIT 1`).get(kept);
}

/** What somebody was called when they were merged; who was erased since has no name. */
export function formerName(db: Reader, id: MergeId, contactId: ContactId): string {
  const row = db
    .prepare<{ name: string | null }>(
      `SELECT coalesce(
         (SELECT nullif(json_extract(r.was, '$.name'), '') FROM merge_row r
          WHERE r.merge_id = :id AND r.table_name = 'contact' AND r.row_key = :key),
         (SELECT '@' || json_extract(r.was, '$.value') FROM merge_row r
          WHERE r.merge_id = :id AND r.table_name = 'contact_identity'
            AND json_extract(r.was, '$.contact_id') = :contactId AND json_extract(r.was, '$.kind') = 'username'),
         (SELECT json_extract(r.was, '$.value') FROM merge_row r
          WHERE r.merge_id = :id AND r.table_name = 'contact_identity'
            AND json_extract(r.was, '$.contact_id') = :contactId
          ORDER BY json_extract(r.was, '$.kind') = 'phone' DESC),
         (SELECT ${bestName('c')} FROM contact c WHERE c.id = :contactId),
         '#' || :contactId) AS name`,
    )
    .get({ id, contactId, key: JSON.stringify([contactId]) });
  return row?.name ?? '';
}

/** The first merge on top of this one that has to be undone before it. */
export function mergeOnTop(db: Reader, { id, kept }: MergeEntry): MergeEntry | undefined {
  return db
    .prepare<MergeEntry>(
      `${ENTRY} WHERE undone_at IS NULL AND id > ? AND (kept_id = ? OR gone_id = ?)
       ORDER BY id DESC LIMIT 1`,
    )
    .get(id, kept, kept);
}

/** Whether the rows that an undo puts back have their places, and those that it changes are there. */
export function hasPlaceToReturn(db: Reader, { id, gone }: MergeEntry): boolean {
  const row = db
    .prepare<{ missing: number }>(
      `SELECT EXISTS (SELECT 1 FROM contact WHERE id = ?)
         OR EXISTS (SELECT 1 FROM merge_chat c WHERE c.merge_id = ? AND (
           EXISTS (SELECT 1 FROM conversation v WHERE v.id = coalesce(c.joined_into, c.chat_id))
             = 0 OR (c.joined_into IS NOT NULL AND EXISTS (SELECT 1 FROM conversation v WHERE v.id = c.chat_id))))
         OR NOT EXISTS (SELECT 1 FROM merge_row r WHERE r.merge_id = ? AND r.table_name = 'contact') AS missing`,
    )
    .get(gone, id, id);
  return row?.missing === 0;
}

/** An undone merge stays in the history; what it took to undo it is needed no more. */
export function closeMerge(tx: WriteTx, id: MergeId, now: number): void {
  tx.run('UPDATE merge_log SET undone_at = ? WHERE id = ?', now, id);
  for (const table of ['merge_row', 'merge_message', 'merge_chat']) {
    tx.run(`DELETE FROM ${table} WHERE merge_id = ?`, id);
  }
}

/** Everybody who became one with a person, and with those, and so on. */
const SAME_PERSON = `
  WITH RECURSIVE same(id) AS (
    SELECT ? UNION SELECT m.gone_id FROM merge_log m JOIN same ON m.kept_id = same.id WHERE m.undone_at IS NULL)`;

/** Forgets whom a person was made of; none of it can be undone afterwards. */
export function forgetMerges(tx: WriteTx, contactId: ContactId): void {
  tx.run(
    `${SAME_PERSON} DELETE FROM merge_log WHERE kept_id IN (SELECT id FROM same) OR gone_id = ?`,
    contactId,
    contactId,
  );
  tx.run('DELETE FROM merge_refusal WHERE a_id = ? OR b_id = ?', contactId, contactId);
}
