import { join } from 'node:path';
import type { ChatId } from '#shared/ids.ts';
import { pageChats } from '#electron/store/chats.ts';
import type { ChatQuery } from '#electron/store/chats.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import type { Cursor } from '#electron/store/cursor.ts';
import { newestMessages, olderMessages } from '#electron/store/messages.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { atMost, percentile, timeEach } from './measure.ts';
import type { Row } from './measure.ts';

const PAGE = 50;
const TURNS = 500;

function pagesOfChats(store: Store, query: Omit<ChatQuery, 'after' | 'limit'>): (Cursor | null)[] {
  const places: (Cursor | null)[] = [null];
  while (places.length < TURNS) {
    const page = pageChats(store, { ...query, after: places.at(-1) ?? null, limit: PAGE });
    if (page.nextCursor === null) break;
    places.push(decodeCursor(page.nextCursor));
  }
  return places;
}

/** Pages read by the core itself, all over the list and all over the threads. */
export function measureLists(home: string): Row[] {
  const store = openStore(join(home, 'frontdesk.db'));
  try {
    const all = { accountId: null, view: 'all', now: Date.now() } as const;
    const places = pagesOfChats(store, all);
    const chats = timeEach(TURNS, (turn) =>
      pageChats(store, { ...all, after: places[turn % places.length] ?? null, limit: PAGE }),
    );
    const chatIds = places
      .flatMap((after) => pageChats(store, { ...all, after, limit: PAGE }).chats)
      .map(({ id }) => id);
    const threads = timeEach(TURNS, (turn) =>
      newestMessages(store, pick(chatIds, turn * 37), PAGE),
    );
    const deep = timeEach(TURNS, (turn) => {
      const at = Date.now() - (turn + 1) * 86_400_000;
      return olderMessages(store, pick(chatIds, 0), { at, id: 0 }, PAGE);
    });
    return [
      atMost('chat list page, p99', percentile(chats, 0.99), 5, 'ms'),
      atMost('thread page (50), p99', percentile(threads, 0.99), 5, 'ms'),
      atMost('thread page (50) deep in the longest chat, p99', percentile(deep, 0.99), 5, 'ms'),
    ];
  } finally {
    store.close();
  }
}

function pick(ids: readonly ChatId[], index: number): ChatId {
  const id = ids[index % ids.length];
  if (id === undefined) throw new Error('There are no chats to read.');
  return id;
}
