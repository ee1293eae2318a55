import { describe, expect, it } from 'vitest';
import { countUnreadChats } from '#electron/store/chat-views.ts';
import { chatsByIds, pageChats, saveDraft } from '#electron/store/chats.ts';
import type { ChatQuery } from '#electron/store/chats.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const FIRST_PAGE: ChatQuery = { accountId: null, view: 'all', now: 0, after: null, limit: 2 };

function allNames(store: Store, query: ChatQuery): string[] {
  const names: string[] = [];
  let after = query.after;
  for (;;) {
    const page = pageChats(store, { ...query, after });
    names.push(...page.chats.map(({ contact }) => contact.name));
    if (page.nextCursor === null) return names;
    after = decodeCursor(page.nextCursor);
  }
}

describe('the chat list', () => {
  it('pages from the newest message to the oldest, each chat once, ties included', () => {
    const store = memoryStore();
    const account = addAccount(store);
    for (const [name, timestamp] of [
      ['Ana', 1000],
      ['Bia', 3000],
      ['Caio', 2000],
      ['Davi', 2000],
      ['Eva', 500],
    ] as const) {
      const { chatId } = addChat(store, account, { name });
      addMessage(store, account, chatId, { timestamp });
    }
    addChat(store, account, { name: 'Nobody wrote' });
    expect(allNames(store, FIRST_PAGE)).toEqual(['Bia', 'Davi', 'Caio', 'Ana', 'Eva']);
  });

  it('keeps a chat in its place when an old message arrives late', () => {
    const store = memoryStore();
    const account = addAccount(store);
    const ana = addChat(store, account, { name: 'Ana' });
    const bia = addChat(store, account, { name: 'Bia' });
    addMessage(store, account, ana.chatId, { timestamp: 9000, body: 'newest' });
    addMessage(store, account, bia.chatId, { timestamp: 8000 });
    addMessage(store, account, ana.chatId, { timestamp: 1000, body: 'hours late' });
    const [first] = pageChats(store, FIRST_PAGE).chats;
    expect(first).toMatchObject({
      contact: { name: 'Ana' },
      lastMessageAt: 9000,
      lastInboundAt: 9000,
      preview: { text: 'newest' },
    });
  });

  it('shows one account or all, unread or all', () => {
    const store = memoryStore();
    const [shop, workshop] = [addAccount(store, 'Shop'), addAccount(store, 'Workshop')];
    const ana = addChat(store, shop, { name: 'Ana' });
    const bia = addChat(store, workshop, { name: 'Bia' });
    addMessage(store, shop, ana.chatId, { timestamp: 2000 });
    addMessage(store, workshop, bia.chatId, { timestamp: 1000, is_notable: 0 });
    expect(allNames(store, { ...FIRST_PAGE, accountId: workshop })).toEqual(['Bia']);
    expect(allNames(store, { ...FIRST_PAGE, view: 'unread' })).toEqual(['Ana']);
    expect(countUnreadChats(store)).toBe(1);
  });

  it('names a chat by the best there is', () => {
    const store = memoryStore();
    const account = addAccount(store);
    const { chatId } = addChat(store, account, { name: null, phone: '+5511988776655' });
    addMessage(store, account, chatId);
    expect(chatsByIds(store, [chatId])[0]?.contact).toMatchObject({
      name: '+5511988776655',
      phone: '+5511988776655',
      username: null,
    });
  });

  it('keeps a draft and tells of it only when it changed', () => {
    const store = memoryStore();
    const { chatId } = addChat(store, addAccount(store));
    const seen: unknown[] = [];
    store.onChange((changes) => seen.push(changes));
    store.write((tx) => saveDraft(tx, chatId, 'We close at'));
    store.write((tx) => saveDraft(tx, chatId, 'We close at'));
    expect(chatsByIds(store, [chatId])[0]?.draft).toBe('We close at');
    expect(seen).toEqual([[{ kind: 'chat', chatId }]]);
  });
});
