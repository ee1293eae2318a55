import type { ChatId } from '#shared/ids.ts';
import type { Note } from '#shared/models/note.ts';
import type { MessageSlice } from './messages.ts';
import { notesBetween } from './notes.ts';
import type { Reader } from './store.ts';

/**
 * The notes that stand in a page of a thread: from its first message up to the message behind its
 * last, so that every note stands in exactly one of the pages that follow each other.
 */
export function notesOfPage(db: Reader, chatId: ChatId, page: MessageSlice): Note[] {
  const { messages, olderCursor, newerCursor } = page;
  const [first, last] = [messages[0], messages.at(-1)];
  return notesBetween(db, chatId, {
    from: olderCursor === null ? null : (first?.timestamp ?? null),
    until: newerCursor === null || last === undefined ? null : nextAfter(db, chatId, last),
  });
}

interface Place {
  readonly timestamp: number;
  readonly id: number;
}

/** When the message behind this one was written; null where there is none. */
function nextAfter(db: Reader, chatId: ChatId, { timestamp, id }: Place): number | null {
  const next = db
    .prepare<{ timestamp: number }>(
      `SELECT m.timestamp FROM message m
       WHERE m.conversation_id = ? AND m.type <> 'reaction' AND m.hidden_at IS NULL
         AND (m.timestamp, m.id) > (?, ?)
       ORDER BY m.timestamp, m.id LIMIT 1`,
    )
    .get(chatId, timestamp, id);
  return next?.timestamp ?? null;
}
