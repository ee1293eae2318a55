import type { Chat } from '#shared/models/chat.ts';
import { compareInView, isInView } from './chat-view.ts';
import type { ChatView } from './chat-view.ts';

/** The part of the chat list that is loaded: sorted, newest first, without holes. */
export interface LoadedChats {
  readonly rows: readonly Chat[];
  /** Null when the last row is the oldest chat there is. */
  readonly nextCursor: string | null;
}

/** Adds the next page. Rows that moved up since their page was cut are already there and stay. */
export function appendPage(loaded: LoadedChats, page: LoadedChats): LoadedChats {
  const known = new Set(loaded.rows.map((chat) => chat.id));
  const added = page.rows.filter((chat) => !known.has(chat.id));
  return { rows: [...loaded.rows, ...added], nextCursor: page.nextCursor };
}

/**
 * Puts changed chats where they belong now. A chat older than everything loaded waits for its page;
 * one that the filter no longer wants goes, unless it is open (`keep`): a row must not vanish under
 * the reader's eyes.
 */
export function placeChats(
  loaded: LoadedChats,
  changed: readonly Chat[],
  view: ChatView,
): LoadedChats {
  const fresh = new Map(changed.map((chat) => [chat.id, chat]));
  const known = new Set(loaded.rows.map((chat) => chat.id));
  const rows = loaded.rows.filter((chat) => !fresh.has(chat.id));
  const last = loaded.rows.at(-1);
  for (const chat of fresh.values()) {
    const isKept =
      known.has(chat.id) &&
      chat.id === view.keep &&
      (view.filter !== 'all' || view.labelId !== null);
    if (!isInView(chat, view) && !isKept) continue;
    const isBeyondTheEnd =
      loaded.nextCursor !== null && last !== undefined && compareInView(chat, last, view) > 0;
    if (isBeyondTheEnd && !known.has(chat.id)) continue;
    rows.splice(placeOf(rows, chat, view), 0, chat);
  }
  return { rows, nextCursor: loaded.nextCursor };
}

function placeOf(rows: readonly Chat[], chat: Chat, view: ChatView): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && compareInView(row, chat, view) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
