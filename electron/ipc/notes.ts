import type { Clock } from '../clock.ts';
import { bringBackNote, deleteNote, editNote, writeNote } from '../notes/note-book.ts';
import { notesBetween, saveNoteDraft } from '../store/notes.ts';
import type { BackgroundReader } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

type NoteCommand =
  | 'notes.between'
  | 'notes.write'
  | 'notes.edit'
  | 'notes.delete'
  | 'notes.restore'
  | 'notes.saveDraft'
  | 'search.notes';

export function noteHandlers(deps: Deps): Pick<Handlers, NoteCommand> {
  const { store, reader, clock } = deps;
  return {
    'notes.between': ({ chatId, ...span }) => notesBetween(store, chatId, span),
    'notes.write': ({ chatId, text }) => writeNote(deps, chatId, text),
    'notes.edit': ({ noteId, text }) => editNote(deps, noteId, text),
    'notes.delete': ({ noteId }) => {
      deleteNote(deps, noteId);
      return null;
    },
    'notes.restore': ({ noteId }) => bringBackNote(deps, noteId),
    'notes.saveDraft': ({ chatId, text }) => {
      store.write((tx) => saveNoteDraft(tx, chatId, text));
      return null;
    },
    async 'search.notes'(question) {
      const input = { ...question, now: clock() };
      const notes = await reader.ask({ name: 'searchNotes', input }, 'notes');
      return { notes: notes ?? [], superseded: notes === undefined };
    },
  };
}
