import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { FREE_CONTACT_ID } from './free-ids.ts';
import type { Reader, WriteTx } from './store.ts';
import type { Flag } from './tables.ts';

/** The columns of a contact that an import may change. */
export interface ContactColumns {
  readonly name: string | null;
  readonly name_source: 'profile' | 'phone_book' | 'owner';
  readonly name_at: number;
  readonly email: string | null;
  readonly notes: string;
  readonly language: string | null;
  readonly opted_out: Flag;
  readonly created_at: number;
  readonly updated_at: number;
}

/** What the owner says of a person in a spreadsheet. */
export type OwnerColumns = Pick<ContactColumns, 'name' | 'email' | 'notes' | 'language'>;

export function readColumns(db: Reader, id: ContactId): ContactColumns | undefined {
  return db
    .prepare<ContactColumns>(
      `SELECT name, name_source, name_at, email, notes, language, opted_out, created_at, updated_at
       FROM contact WHERE id = ?`,
    )
    .get(id);
}

/** A name that the owner gives wins over all others; without one the person's own will come. */
export function insertOwnContact(
  tx: WriteTx,
  { name, email, notes, language }: OwnerColumns,
  now: number,
): ContactId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO contact (id, name, name_source, name_at, email, notes, language, created_at, updated_at)
     VALUES (${FREE_CONTACT_ID}, ?, ?, ?, ?, ?, ?, ?, ?)`,
    name,
    name === null ? 'profile' : 'owner',
    name === null ? 0 : now,
    email,
    notes,
    language,
    now,
    now,
  );
  return asId<ContactId>(lastInsertRowid);
}

/** Writes all that may change, as it is given. */
export function writeColumns(tx: WriteTx, id: ContactId, columns: ContactColumns): void {
  tx.run(
    `UPDATE contact SET name = ?, name_source = ?, name_at = ?, email = ?, notes = ?, language = ?,
       opted_out = ?, updated_at = ? WHERE id = ?`,
    columns.name,
    columns.name_source,
    columns.name_at,
    columns.email,
    columns.notes,
    columns.language,
    columns.opted_out,
    columns.updated_at,
    id,
  );
}

/** The names and keys of a person's labels. */
export function labelsOfContact(
  db: Reader,
  id: ContactId,
): { readonly name: string; readonly name_key: string }[] {
  return db
    .prepare<{ name: string; name_key: string }>(
      `SELECT l.name, l.name_key FROM contact_label c JOIN label l ON l.id = c.label_id
       WHERE c.contact_id = ? ORDER BY l.name_key`,
    )
    .all(id);
}
