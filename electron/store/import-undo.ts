import Database from 'better-sqlite3';
import type { ContactId } from '#shared/ids.ts';
import type { RowChange } from './import-journal.ts';
import type { ContactColumns } from './imported-contacts.ts';
import type { WriteTx } from './store.ts';

/**
 * Deletes a contact that an import made, if nothing but the import ever said anything about them.
 *
 * @returns why the contact stays; null: it is gone
 */
export function deleteUntouched(
  tx: WriteTx,
  id: ContactId,
  phone: string,
  { labels, fields, consentId }: RowChange,
): string | null {
  if (exists(tx, 'SELECT 1 FROM conversation WHERE contact_id = ? LIMIT 1', id)) {
    return 'There is a chat with this person by now, so the contact stays.';
  }
  const isKnownOtherwise =
    exists(
      tx,
      `SELECT 1 FROM contact_identity WHERE contact_id = ? AND (kind <> 'phone' OR value <> ?)`,
      id,
      phone,
    ) ||
    count(tx, 'SELECT count(*) AS n FROM contact_label WHERE contact_id = ?', id) !==
      labels.length ||
    count(tx, 'SELECT count(*) AS n FROM contact_field WHERE contact_id = ?', id) !==
      fields.length ||
    exists(tx, 'SELECT 1 FROM consent_event WHERE contact_id = ? AND id IS NOT ?', id, consentId);
  if (isKnownOtherwise) return 'More is known of this person by now, so the contact stays.';
  try {
    tx.run('DELETE FROM contact WHERE id = ?', id);
    return null;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) {
      return 'Something refers to this person by now, so the contact stays.';
    }
    throw error;
  }
}

function exists(tx: WriteTx, sql: string, ...parameters: unknown[]): boolean {
  return tx.prepare(sql).get(...parameters) !== undefined;
}

function count(tx: WriteTx, sql: string, id: ContactId): number {
  return tx.prepare<{ n: number }>(sql).get(id)?.n ?? 0;
}

/** The name that a person has where the owner gave none. */
export function profileName(
  tx: WriteTx,
  id: ContactId,
): Pick<ContactColumns, 'name' | 'name_source' | 'name_at'> {
  const found = tx
    .prepare<Pick<ContactColumns, 'name' | 'name_source' | 'name_at'>>(
      `SELECT coalesce(phone_book_name, profile_name) AS name,
         iif(phone_book_name IS NULL, 'profile', 'phone_book') AS name_source,
         iif(phone_book_name IS NULL, profile_name_at, phone_book_name_at) AS name_at
       FROM contact WHERE id = ?`,
    )
    .get(id);
  return found ?? { name: null, name_source: 'profile', name_at: 0 };
}

/** Takes a label away that an import made and nobody carries. */
export function removeUnusedLabel(tx: WriteTx, id: number): void {
  const { changes } = tx.run(
    `DELETE FROM label WHERE id = ? AND NOT EXISTS (SELECT 1 FROM contact_label WHERE label_id = label.id)
       AND NOT EXISTS (SELECT 1 FROM conversation_label WHERE label_id = label.id)`,
    id,
  );
  if (changes > 0) tx.note({ kind: 'labels' });
}
