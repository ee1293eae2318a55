import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId, NoteId } from '#shared/ids.ts';
import type { Note } from '#shared/models/note.ts';
import type { Clock } from '../clock.ts';
import { findChat } from '../store/chats.ts';
import {
  findNote,
  forgetNotesRemovedBefore,
  insertNote,
  removeNote,
  restoreNote,
  saveNoteDraft,
  updateNote,
} from '../store/notes.ts';
import type { Reader, Store } from '../store/store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** So long a deleted note can come back. */
const KEPT_MS = 24 * 3_600_000;

/** Writes a note at the end of a chat's thread and empties its draft, in one transaction. */
export function writeNote({ store, clock }: Deps, chatId: ChatId, text: string): Note {
  return store.write((tx) => {
    if (findChat(tx, chatId) === undefined) {
      throw new FrontdeskError('not_found', 'This chat is gone, so nothing can be noted in it.');
    }
    const id = insertNote(tx, chatId, text, clock());
    saveNoteDraft(tx, chatId, '');
    return requireNote(tx, id);
  });
}

export function editNote({ store, clock }: Deps, id: NoteId, text: string): Note {
  return store.write((tx) => {
    updateNote(tx, requireNote(tx, id), text, clock());
    return requireNote(tx, id);
  });
}

/** For a day `bringBackNote` undoes it. */
export function deleteNote({ store, clock }: Deps, id: NoteId): void {
  const now = clock();
  store.write((tx) => {
    forgetNotesRemovedBefore(tx, now - KEPT_MS);
    removeNote(tx, requireNote(tx, id), now);
  });
}

export function bringBackNote({ store }: Deps, id: NoteId): Note {
  const note = store.write((tx) => restoreNote(tx, id));
  if (note !== undefined) return note;
  throw new FrontdeskError('not_found', 'This note was deleted too long ago to bring it back.');
}

function requireNote(db: Reader, id: NoteId): Note {
  const note = findNote(db, id);
  if (note === undefined) throw new FrontdeskError('not_found', 'This note was deleted.');
  return note;
}
