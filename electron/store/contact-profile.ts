import type { ContactId } from '#shared/ids.ts';
import type { ContactChange, ContactProfile } from '#shared/models/contact-profile.ts';
import { nameByOwner, noteChats } from './contacts.ts';
import type { Reader, WriteTx } from './store.ts';

export function findProfile(db: Reader, id: ContactId): ContactProfile | undefined {
  return db
    .prepare<ContactProfile>(
      `SELECT id, iif(name_source = 'owner', name, NULL) AS ownName,
         coalesce(phone_book_name, profile_name) AS givenName, email, language, notes,
         created_at AS createdAt
       FROM contact WHERE id = ?`,
    )
    .get(id);
}

/** Writes what is given and leaves the rest. */
export function updateProfile(
  tx: WriteTx,
  id: ContactId,
  change: ContactChange,
  now: number,
): void {
  const { ownName, email, language, notes } = change;
  if (ownName !== undefined) nameByOwner(tx, id, ownName, now);
  const columns = Object.entries({ email, language, notes }).filter(
    (column): column is [string, string | null] => column[1] !== undefined,
  );
  for (const [column, value] of columns) {
    tx.run(`UPDATE contact SET ${column} = ?, updated_at = ? WHERE id = ?`, value, now, id);
  }
  if (columns.length > 0) noteChats(tx, id);
}

/** Something beside a person’s own columns was changed by hand. */
export function touchContact(tx: WriteTx, id: ContactId, now: number): void {
  tx.run('UPDATE contact SET updated_at = ? WHERE id = ?', now, id);
  noteChats(tx, id);
}
