import { expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { NoteId } from '#shared/ids.ts';
import type { Note } from '#shared/models/note.ts';
import { notesAfter } from '../../renderer/features/inbox/notes/notes-after.ts';
import { aMessage, chatId, messageId } from './builders.ts';

const messages = [10, 20, 30].map((timestamp, index) => aMessage(index + 1, { timestamp }));
const notes: readonly Note[] = [5, 10, 15, 30, 99].map((at, index) => ({
  id: asId<NoteId>(index + 1),
  chatId: chatId(1),
  text: `at ${at}`,
  at,
  editedAt: null,
}));

it('puts every note below exactly one message, or above the first', () => {
  const places = [null, messageId(1), messageId(2), messageId(3)];
  expect(places.map((after) => notesAfter(messages, notes, after).map(({ at }) => at))).toEqual([
    [5],
    [10, 15],
    [],
    [30, 99],
  ]);
});

it('puts none below a message that is not there', () => {
  expect(notesAfter(messages, notes, messageId(9))).toEqual([]);
});
