import type { Selectable } from 'kysely';
import { asId } from '#shared/ids.ts';
import type { ChatId, ContactId } from '#shared/ids.ts';
import { FREE_CONTACT_ID } from './free-ids.ts';
import type { ContactTable } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

export function createContact(tx: WriteTx, now: number): ContactId {
  const id = asId<ContactId>(
    tx.run(
      `INSERT INTO contact (id, created_at, updated_at) VALUES (${FREE_CONTACT_ID}, ?, ?)`,
      now,
      now,
    ).lastInsertRowid,
  );
  tx.note({ kind: 'contact', contactId: id });
  return id;
}

type Names = Selectable<
  Pick<
    ContactTable,
    | 'name'
    | 'name_source'
    | 'name_at'
    | 'profile_name'
    | 'profile_name_at'
    | 'phone_book_name'
    | 'phone_book_name_at'
  >
>;

/** The name a person gave themselves on WhatsApp; the latest counts. */
export function noteProfileName(
  tx: WriteTx,
  id: ContactId,
  name: string,
  at: number,
  now: number,
): void {
  const known = readNames(tx, id);
  if (!isNewer(name, at, known.profile_name, known.profile_name_at)) return;
  writeNames(tx, id, { ...known, profile_name: name, profile_name_at: at }, now);
}

/** The name under which the owner's phone keeps a person; null where it was taken out. */
export function notePhoneBookName(
  tx: WriteTx,
  id: ContactId,
  name: string | null,
  at: number,
  now: number,
): void {
  const known = readNames(tx, id);
  if (!isNewer(name, at, known.phone_book_name, known.phone_book_name_at)) return;
  writeNames(tx, id, { ...known, phone_book_name: name, phone_book_name_at: at }, now);
}

/** The owner's own name for a person; null: the one that they have by themselves is shown again. */
export function nameByOwner(tx: WriteTx, id: ContactId, name: string | null, now: number): void {
  const known = readNames(tx, id);
  const names: Names =
    name === null
      ? { ...known, name_source: 'profile' }
      : { ...known, name, name_source: 'owner', name_at: now };
  writeNames(tx, id, names, now);
}

/** Two names of the same second: the one that sorts last, so that the order of arrival never matters. */
function isNewer(name: string | null, at: number, known: string | null, knownAt: number): boolean {
  return at === knownAt ? (name ?? '') > (known ?? '') : at > knownAt;
}

function readNames(tx: Reader, id: ContactId): Names {
  const row = tx
    .prepare<Names>(
      `SELECT name, name_source, name_at, profile_name, profile_name_at, phone_book_name, phone_book_name_at
       FROM contact WHERE id = ?`,
    )
    .get(id);
  if (row === undefined) throw new Error(`There is no contact ${id}.`);
  return row;
}

/**
 * The owner's own name for a person wins, then the phone book's, then the person's. That a name was
 * seen once more is kept, because an older one may still arrive, but it is no change to show.
 */
function writeNames(tx: WriteTx, id: ContactId, names: Names, now: number): void {
  const shown = shownName(names);
  const { changes } = tx.run(
    'UPDATE contact SET updated_at = ? WHERE id = ? AND name IS NOT ?',
    now,
    id,
    shown.name,
  );
  tx.run(
    `UPDATE contact SET name = ?, name_source = ?, name_at = ?, profile_name = ?, profile_name_at = ?,
       phone_book_name = ?, phone_book_name_at = ? WHERE id = ?`,
    shown.name,
    shown.name_source,
    shown.name_at,
    names.profile_name,
    names.profile_name_at,
    names.phone_book_name,
    names.phone_book_name_at,
    id,
  );
  if (changes > 0) noteChats(tx, id);
}

function shownName(names: Names): Pick<Names, 'name' | 'name_source' | 'name_at'> {
  if (names.name_source === 'owner') return names;
  if (names.phone_book_name !== null) {
    return {
      name: names.phone_book_name,
      name_source: 'phone_book',
      name_at: names.phone_book_name_at,
    };
  }
  return { name: names.profile_name, name_source: 'profile', name_at: names.profile_name_at };
}

/** A person has changed, and so has every chat that shows them. */
export function noteChats(tx: WriteTx, id: ContactId): void {
  tx.note({ kind: 'contact', contactId: id });
  const chats = tx
    .prepare<{ id: ChatId }>('SELECT id FROM conversation WHERE contact_id = ?')
    .all(id);
  for (const chat of chats) tx.note({ kind: 'chat', chatId: chat.id });
}

/** What two rows say together about the name of one person. */
function joinNames(a: Names, b: Names): Names {
  const profile = isNewer(b.profile_name, b.profile_name_at, a.profile_name, a.profile_name_at)
    ? b
    : a;
  const book = isNewer(
    b.phone_book_name,
    b.phone_book_name_at,
    a.phone_book_name,
    a.phone_book_name_at,
  )
    ? b
    : a;
  const owned = [a, b]
    .filter((names) => names.name_source === 'owner')
    .toSorted((x, y) => y.name_at - x.name_at)[0];
  return {
    ...(owned ?? { ...a, name_source: 'profile' }),
    profile_name: profile.profile_name,
    profile_name_at: profile.profile_name_at,
    phone_book_name: book.phone_book_name,
    phone_book_name_at: book.phone_book_name_at,
  };
}

/** The name that `absorbContact` would give; null for none. */
export function nameTogether(db: Reader, keep: ContactId, gone: ContactId): string | null {
  return shownName(joinNames(readNames(db, keep), readNames(db, gone))).name;
}

/** Brings together what two rows say about one person, before the second row goes. */
export function absorbContact(tx: WriteTx, keep: ContactId, gone: ContactId, now: number): void {
  const names = joinNames(readNames(tx, keep), readNames(tx, gone));
  tx.run(
    `UPDATE contact SET
       (email, language, subscribed_via_signup_id, subscribed_at, notes, opted_out, username_absent_at, created_at) = (
         SELECT coalesce(contact.email, g.email), coalesce(contact.language, g.language),
           coalesce(contact.subscribed_via_signup_id, g.subscribed_via_signup_id),
           coalesce(contact.subscribed_at, g.subscribed_at),
           trim(contact.notes || char(10) || g.notes, char(10)),
           max(contact.opted_out, g.opted_out),
           max(contact.username_absent_at, g.username_absent_at),
           min(contact.created_at, g.created_at)
         FROM contact g WHERE g.id = ?)
     WHERE id = ?`,
    gone,
    keep,
  );
  writeNames(tx, keep, names, now);
}

export function deleteContact(tx: WriteTx, id: ContactId): void {
  tx.run('DELETE FROM contact WHERE id = ?', id);
  tx.note({ kind: 'contact', contactId: id });
}
