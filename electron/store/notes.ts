import { asId } from '#shared/ids.ts';
import type { ChatId, NoteId } from '#shared/ids.ts';
import type { Note } from '#shared/models/note.ts';
import { searchText } from '#shared/search-text.ts';
import type { Reader, WriteTx } from './store.ts';

const NOTE =
  'SELECT id, conversation_id AS chatId, body AS text, at, edited_at AS editedAt FROM note';

/** Between two messages nobody writes more; past it the oldest are left out. */
const MOST = 500;

/** A piece of a thread: milliseconds since 1970, `from` inclusive, `until` exclusive; null: no end. */
export interface NoteSpan {
  readonly from: number | null;
  readonly until: number | null;
}

/** Oldest first. */
export function notesBetween(db: Reader, chatId: ChatId, { from, until }: NoteSpan): Note[] {
  return db
    .prepare<Note>(
      `${NOTE} WHERE conversation_id = ? AND removed_at IS NULL AND at >= ? AND at < ?
       ORDER BY at DESC, id DESC LIMIT ${MOST}`,
    )
    .all(chatId, from ?? 0, until ?? Number.MAX_SAFE_INTEGER)
    .toReversed();
}

export function findNote(db: Reader, id: NoteId): Note | undefined {
  return db.prepare<Note>(`${NOTE} WHERE id = ? AND removed_at IS NULL`).get(id);
}

export function notesByIds(db: Reader, ids: readonly number[]): Note[] {
  return db
    .prepare<Note>(`${NOTE} WHERE id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL`)
    .all(JSON.stringify(ids));
}

export function insertNote(tx: WriteTx, chatId: ChatId, text: string, at: number): NoteId {
  const { lastInsertRowid } = tx.run(
    'INSERT INTO note (conversation_id, body, at) VALUES (?, ?, ?)',
    chatId,
    text,
    at,
  );
  indexNote(tx, lastInsertRowid, text);
  tx.note({ kind: 'notes', chatId });
  return asId<NoteId>(lastInsertRowid);
}

export function updateNote(tx: WriteTx, { id, chatId }: Note, text: string, now: number): void {
  tx.run('UPDATE note SET body = ?, edited_at = ? WHERE id = ?', text, now, id);
  indexNote(tx, id, text);
  tx.note({ kind: 'notes', chatId });
}

/** Puts a note aside, out of the thread and the search. */
export function removeNote(tx: WriteTx, { id, chatId }: Note, now: number): void {
  tx.run('UPDATE note SET removed_at = ? WHERE id = ?', now, id);
  tx.run('DELETE FROM note_search WHERE rowid = ?', id);
  tx.note({ kind: 'notes', chatId });
}

/** Brings a removed note back. Undefined when it is gone for good. */
export function restoreNote(tx: WriteTx, id: NoteId): Note | undefined {
  tx.run('UPDATE note SET removed_at = NULL WHERE id = ?', id);
  const note = findNote(tx, id);
  if (note === undefined) return undefined;
  indexNote(tx, id, note.text);
  tx.note({ kind: 'notes', chatId: note.chatId });
  return note;
}

export function forgetNotesRemovedBefore(tx: WriteTx, before: number): void {
  tx.run('DELETE FROM note WHERE removed_at < ?', before);
}

function indexNote(tx: WriteTx, id: number, text: string): void {
  tx.run('INSERT OR REPLACE INTO note_search (rowid, words) VALUES (?, ?)', id, searchText(text));
}

/** Keeps what the owner has typed into the note field. Beside the draft of the message, never in it. */
export function saveNoteDraft(tx: WriteTx, chatId: ChatId, text: string): void {
  const { changes } = tx.run(
    'UPDATE conversation SET note_draft = ? WHERE id = ? AND note_draft <> ?',
    text,
    chatId,
    text,
  );
  if (changes > 0) tx.note({ kind: 'chat', chatId });
}

/** One chat takes over the notes of another, which goes. */
export function moveNotes(tx: WriteTx, from: ChatId, to: ChatId): void {
  tx.run('UPDATE note SET conversation_id = ? WHERE conversation_id = ?', to, from);
  tx.run(
    `UPDATE conversation SET note_draft = trim(note_draft || char(10) ||
       (SELECT note_draft FROM conversation WHERE id = ?), char(10)) WHERE id = ?`,
    from,
    to,
  );
}
