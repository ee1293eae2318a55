import { asId } from '#shared/ids.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import type { Cursor } from '../store/cursor.ts';
import { findMessage, newerMessages, newestMessages, olderMessages } from '../store/messages.ts';
import type { Reader } from '../store/store.ts';
import { badField } from './problem.ts';

/** Fits a cursor, and no table comes near it. */
const BEYOND_ALL_IDS = 999_999_999_999_999;

interface ThreadQuery {
  readonly chatId: ChatId;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

interface ThreadPage {
  /** Newest first. */
  readonly messages: readonly Message[];
  readonly nextCursor: string | null;
}

/**
 * One page of a thread. It goes on towards the past from `before`, or towards the present from
 * `after`; with both it is what lies between. A cursor remembers where it was going.
 */
export function readThread(db: Reader, query: ThreadQuery): ThreadPage {
  const { chatId, limit } = query;
  const way = query.cursor === undefined ? wayFromBounds(db, query) : wayFromCursor(query.cursor);
  if (way.towards === 'present') {
    const slice = newerMessages(db, chatId, way.from, limit);
    return {
      messages: slice.messages.toReversed(),
      nextCursor: onward(way, slice.newerCursor),
    };
  }
  const slice =
    way.from === null
      ? newestMessages(db, chatId, limit)
      : olderMessages(db, chatId, way.from, limit);
  const inside = slice.messages.filter((message) => isAfter(message, way.until));
  const reachedTheEnd = inside.length < slice.messages.length;
  return {
    messages: inside.toReversed(),
    nextCursor: reachedTheEnd ? null : onward(way, slice.olderCursor),
  };
}

type Way =
  | { readonly towards: 'past'; readonly from: Cursor | null; readonly until: Cursor | null }
  | { readonly towards: 'present'; readonly from: Cursor };

function wayFromBounds(db: Reader, { chatId, before, after }: ThreadQuery): Way {
  const from = before === undefined ? null : position(db, chatId, 'before', before);
  const until = after === undefined ? null : position(db, chatId, 'after', after);
  if (from === null && until !== null) return { towards: 'present', from: until };
  return { towards: 'past', from, until };
}

/** A message's id, or a time. */
function position(db: Reader, chatId: ChatId, field: 'before' | 'after', text: string): Cursor {
  if (/^\d{1,15}$/.test(text)) {
    const message = findMessage(db, asId<MessageId>(Number(text)));
    if (message?.chatId !== chatId)
      throw badField(field, `there is no message ${text} in this chat`);
    return { at: message.timestamp, id: message.id };
  }
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw badField(field, 'must be the id of a message or an ISO 8601 time');
  return { at: Math.max(0, at), id: field === 'before' ? 0 : BEYOND_ALL_IDS };
}

function onward(way: Way, end: string | null): string | null {
  if (end === null) return null;
  if (way.towards === 'present') return `n.${end}`;
  return way.until === null ? `o.${end}` : `o.${end}.${encodeCursor(way.until)}`;
}

function wayFromCursor(text: string): Way {
  const [towards, from, until, ...rest] = text.split('.');
  const start = decodeCursor(from ?? '');
  if (start !== null && rest.length === 0) {
    if (towards === 'n' && until === undefined) return { towards: 'present', from: start };
    const end = until === undefined ? null : decodeCursor(until);
    if (towards === 'o' && (until === undefined || end !== null)) {
      return { towards: 'past', from: start, until: end };
    }
  }
  throw badField('cursor', 'is not a cursor that Frontdesk gave');
}

function isAfter({ timestamp, id }: Message, bound: Cursor | null): boolean {
  if (bound === null) return true;
  return timestamp > bound.at || (timestamp === bound.at && id > bound.id);
}
