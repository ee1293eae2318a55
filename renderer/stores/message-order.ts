import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';

/** The part of a thread that is loaded: oldest first, without holes. */
export interface LoadedMessages {
  readonly messages: readonly Message[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

export function compareMessages(a: Message, b: Message): number {
  return a.timestamp - b.timestamp || a.id - b.id;
}

/**
 * Puts the answer to "how are `asked` now?" into the thread. What did not come back is gone. What is
 * new comes in only where the loaded part has no hole: behind its first message (or at the very
 * beginning), and only when its end is the end of the thread.
 */
export function mergeMessages(
  loaded: LoadedMessages,
  asked: readonly MessageId[],
  answer: readonly Message[],
): readonly Message[] {
  const fresh = new Map(answer.map((message) => [message.id, message]));
  const known = new Set(loaded.messages.map((message) => message.id));
  const gone = new Set(asked.filter((id) => !fresh.has(id)));
  const kept = loaded.messages
    .filter((message) => !gone.has(message.id))
    .map((message) => fresh.get(message.id) ?? message);
  const added = answer.filter((message) => !known.has(message.id) && hasPlace(loaded, message));
  return [...kept, ...added].toSorted(compareMessages);
}

function hasPlace(loaded: LoadedMessages, message: Message): boolean {
  const first = loaded.messages[0];
  const last = loaded.messages.at(-1);
  const isAfterStart =
    loaded.olderCursor === null || first === undefined || compareMessages(message, first) > 0;
  const isBeforeEnd =
    loaded.newerCursor === null || last === undefined || compareMessages(message, last) < 0;
  return isAfterStart && isBeforeEnd;
}

/** The first of the newest `unreadCount` inbound messages, or of as many as are loaded. */
export function firstUnread(
  messages: readonly Message[],
  unreadCount: number,
): MessageId | undefined {
  let first: MessageId | undefined;
  let left = unreadCount;
  for (const message of messages.toReversed()) {
    if (left === 0) break;
    if (message.direction !== 'inbound') continue;
    first = message.id;
    left -= 1;
  }
  return first;
}
