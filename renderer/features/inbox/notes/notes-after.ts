import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import type { Note } from '#shared/models/note.ts';

/**
 * The notes that stand below a message and above the next one; with null those above the first.
 * A note of the same moment as a message stands below it. Both lists are oldest first.
 */
export function notesAfter(
  messages: readonly Message[],
  notes: readonly Note[],
  after: MessageId | null,
): readonly Note[] {
  if (notes.length === 0) return [];
  const index = after === null ? -1 : messages.findIndex(({ id }) => id === after);
  if (after !== null && index === -1) return [];
  const from = messages[index]?.timestamp ?? -Infinity;
  const until = messages[index + 1]?.timestamp ?? Infinity;
  return notes.filter(({ at }) => at >= from && at < until);
}
