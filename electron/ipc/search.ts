import type { Clock } from '../clock.ts';
import type { BackgroundReader } from '../store/reader.ts';
import { readCursor } from './cursor.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly reader: BackgroundReader;
  readonly clock: Clock;
}

const NOT_ANSWERED = {
  hits: [],
  nextCursor: null,
  hints: [],
  stillIndexing: 0,
  superseded: true,
} as const;

export function searchHandlers({
  reader,
  clock,
}: Deps): Pick<Handlers, 'search.messages' | 'search.chats'> {
  return {
    async 'search.messages'({ text, accountId, chatId, cursor, limit }) {
      const after = readCursor(cursor);
      const input = { text, accountId, chatId, after, limit, now: clock() };
      // The next page of a list must not lose to the first page of the other one.
      const lane = after === null ? (chatId === null ? 'messages' : 'thread') : undefined;
      return (await reader.ask({ name: 'searchMessages', input }, lane)) ?? NOT_ANSWERED;
    },
    async 'search.chats'({ text, accountId, limit }) {
      const input = { text, accountId, limit, now: clock() };
      const chats = await reader.ask({ name: 'searchChats', input }, 'chats');
      return { chats: chats ?? [], superseded: chats === undefined };
    },
  };
}
