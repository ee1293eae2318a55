import { describe, expect, it } from 'vitest';
import { appendPage, placeChats } from '../../renderer/stores/chat-order.ts';
import { compareChats } from '../../renderer/stores/chat-view.ts';
import type { LoadedChats } from '../../renderer/stores/chat-order.ts';
import { aChat, chatId } from './builders.ts';

const at = (id: number, lastMessageAt: number | null, unreadCount = 0) =>
  aChat(id, { lastMessageAt, unreadCount });
const ids = ({ rows }: LoadedChats) => rows.map((chat): number => chat.id);
const ALL = { filter: 'all', labelId: null, accountId: null, keep: undefined, now: 0 } as const;

describe('the order of chats', () => {
  it('has the newest message first, then the younger chat, then chats without messages', () => {
    const chats = [at(1, null), at(2, 50), at(3, 90), at(4, 50), at(5, null)];
    expect(chats.toSorted(compareChats).map((chat): number => chat.id)).toEqual([3, 4, 2, 5, 1]);
  });
});

describe('placing changed chats', () => {
  const loaded = { rows: [at(3, 90), at(2, 50), at(1, 20)], nextCursor: null };

  it('moves a chat up when it has a newer message', () => {
    expect(ids(placeChats(loaded, [at(1, 100)], ALL))).toEqual([1, 3, 2]);
  });

  it('puts a chat that is new where it belongs', () => {
    expect(ids(placeChats(loaded, [at(9, 60)], ALL))).toEqual([3, 9, 2, 1]);
  });

  it('leaves a chat that is older than what is loaded to its own page', () => {
    const partly = { ...loaded, nextCursor: 'more' };
    expect(ids(placeChats(partly, [at(9, 10)], ALL))).toEqual([3, 2, 1]);
  });

  it('takes the oldest chat in when nothing older is left to load', () => {
    expect(ids(placeChats(loaded, [at(9, 10)], ALL))).toEqual([3, 2, 1, 9]);
  });

  it('drops a chat that was read from the unread ones, unless it is the open one', () => {
    const unread = { rows: [at(3, 90, 1), at(2, 50, 2)], nextCursor: null };
    const view = { ...ALL, filter: 'unread', keep: chatId(2) } as const;
    expect(ids(placeChats(unread, [at(3, 90), at(2, 50)], view))).toEqual([2]);
  });

  it('does not pull the open chat into the unread ones when it was never among them', () => {
    const unread = { rows: [at(3, 90, 1)], nextCursor: null };
    const view = { ...ALL, filter: 'unread', keep: chatId(2) } as const;
    expect(ids(placeChats(unread, [at(2, 95)], view))).toEqual([3]);
  });

  it('keeps one row of a chat that is named twice, as it was named last', () => {
    expect(ids(placeChats(loaded, [at(1, 100), at(1, 60)], ALL))).toEqual([3, 1, 2]);
  });
});

describe('adding a page', () => {
  it('skips rows that moved up while the page was on its way', () => {
    const loaded = { rows: [at(2, 100), at(3, 90)], nextCursor: 'a' };
    const page = { rows: [at(2, 50), at(1, 20)], nextCursor: 'b' };
    const next = appendPage(loaded, page);
    expect([ids(next), next.nextCursor]).toEqual([[2, 3, 1], 'b']);
  });
});
