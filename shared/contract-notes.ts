import { z } from 'zod';
import { accountId, answering, chatId, noteId, pageSize } from './command.ts';
import { MAX_NOTE_LENGTH, MAX_SEARCH_LENGTH } from './limits.ts';
import type { FoundNotes, Note } from './models/note.ts';

const noteText = z.string().trim().min(1).max(MAX_NOTE_LENGTH);
const time = z.int().nonnegative();

/** Commands for the private notes in a thread. */
export const noteContract = {
  /** Of one piece of a thread; oldest first. */
  'notes.between': answering<readonly Note[]>()(
    z.strictObject({ chatId, from: time.nullable(), until: time.nullable() }),
  ),
  'notes.write': answering<Note>()(z.strictObject({ chatId, text: noteText })),
  'notes.edit': answering<Note>()(z.strictObject({ noteId, text: noteText })),
  'notes.delete': answering<null>()(z.strictObject({ noteId })),
  /** Undoes a deletion, for a day. */
  'notes.restore': answering<Note>()(z.strictObject({ noteId })),
  'notes.saveDraft': answering<null>()(
    z.strictObject({ chatId, text: z.string().max(MAX_NOTE_LENGTH * 2) }),
  ),
  'search.notes': answering<FoundNotes>()(
    z.strictObject({
      text: z.string().max(MAX_SEARCH_LENGTH),
      accountId: accountId.nullable(),
      limit: pageSize,
    }),
  ),
} as const;
