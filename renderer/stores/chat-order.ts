import type { ChatFilter } from '#shared/contract.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';

/** The part of the chat list that is loaded: sorted, newest first, without holes. */
export interface LoadedChats {
  readonly rows: readonly Chat[];
  /** Null when the last row is the oldest chat there is. */
  readonly nextCursor: string | null;
}

/** Newest message first; chats without a message last; ties by the younger chat. */
export function compareChats(a: Chat, b: Chat): number {
  const byTime = (b.lastMessageAt ?? -Infinity) - (a.lastMessageAt ?? -Infinity);
  // Two chats without messages give NaN, which is neither and falls through to the ids.
  return byTime > 0 || byTime < 0 ? byTime : b.id - a.id;
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
  view: { readonly filter: ChatFilter; readonly keep: ChatId | undefined },
): LoadedChats {
  const fresh = new Map(changed.map((chat) => [chat.id, chat]));
  const known = new Set(loaded.rows.map((chat) => chat.id));
  const rows = loaded.rows.filter((chat) => !fresh.has(chat.id));
  const last = loaded.rows.at(-1);
  for (const chat of fresh.values()) {
    const isWanted = view.filter === 'all' || chat.unreadCount > 0;
    if (!isWanted && !(known.has(chat.id) && chat.id === view.keep)) continue;
    const isBeyondTheEnd =
      loaded.nextCursor !== null && last !== undefined && compareChats(chat, last) > 0;
    if (isBeyondTheEnd && !known.has(chat.id)) continue;
    rows.splice(placeOf(rows, chat), 0, chat);
  }
  return { rows, nextCursor: loaded.nextCursor };
}

function placeOf(rows: readonly Chat[], chat: Chat): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && compareChats(row, chat) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
