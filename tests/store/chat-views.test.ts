import { describe, expect, it } from 'vitest';
import { CHAT_FILTERS } from '#shared/chat-filter.ts';
import type { ChatId } from '#shared/ids.ts';
import type { ChatChange } from '#shared/triage.ts';
import { changeChat } from '#electron/store/chat-triage.ts';
import type { LocalChange } from '#electron/store/chat-triage.ts';
import { countChats } from '#electron/store/chat-views.ts';
import type { ChatView } from '#electron/store/chat-views.ts';
import { pageChats } from '#electron/store/chats.ts';
import { openWindow } from '#electron/store/conversations.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import type { Store } from '#electron/store/store.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

function names(store: Store, view: ChatView, accountId: ChatQueryAccount = null): string[] {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const after = cursor === null ? null : decodeCursor(cursor);
    const page = pageChats(store, { view, accountId, now: NOW, after, limit: 2 });
    found.push(...page.chats.map(({ contact }) => contact.name));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

type ChatQueryAccount = Parameters<typeof pageChats>[1]['accountId'];

/** Chats with one message each; the later in the list, the newer. */
function shop(store: Store, ...people: readonly string[]) {
  const account = addAccount(store);
  const chats = people.map((name, index) => {
    const { chatId } = addChat(store, account, { name });
    addMessage(store, account, chatId, { timestamp: NOW - 100 * HOUR + index });
    return chatId;
  });
  const change = (chatId: ChatId | undefined, what: LocalChange) => {
    if (chatId === undefined) throw new Error('There is no such chat.');
    store.write((tx) => changeChat(tx, chatId, what, NOW));
  };
  return { account, chats, change };
}

describe('the views of the chat list', () => {
  it('puts pinned chats above the first page and nowhere else', () => {
    const store = memoryStore();
    const { chats, change } = shop(store, 'Ana', 'Bia', 'Caio', 'Davi', 'Eva');
    change(chats[0], { kind: 'pin' });
    change(chats[2], { kind: 'pin' });
    expect(names(store, 'all')).toEqual(['Caio', 'Ana', 'Eva', 'Davi', 'Bia']);
    change(chats[2], { kind: 'unpin' });
    expect(names(store, 'all')).toEqual(['Ana', 'Eva', 'Davi', 'Caio', 'Bia']);
  });

  it('keeps resolved and snoozed chats in views of their own, and all of them for programs', () => {
    const store = memoryStore();
    const { chats, change } = shop(store, 'Ana', 'Bia', 'Caio', 'Davi');
    change(chats[0], { kind: 'resolve' });
    change(chats[1], { kind: 'snooze', until: NOW + HOUR });
    change(chats[2], { kind: 'snooze_until_reply' });
    expect(names(store, 'all')).toEqual(['Davi']);
    expect(names(store, 'unread')).toEqual(['Davi']);
    expect(names(store, 'waiting')).toEqual(['Davi']);
    expect(names(store, 'resolved')).toEqual(['Ana']);
    expect(names(store, 'snoozed')).toEqual(['Caio', 'Bia']);
    expect(names(store, 'any')).toEqual(['Davi', 'Caio', 'Bia', 'Ana']);
    expect(names(store, 'any_unread')).toEqual(['Davi', 'Caio', 'Bia', 'Ana']);
  });

  it('shows windows that close within four hours, the nearest end first', () => {
    const store = memoryStore();
    const { chats } = shop(store, 'open', 'an hour', 'minutes', 'closed', 'four hours');
    const ages = [10, 23, 23.9, 24, 20];
    for (const [index, chatId] of chats.entries()) {
      store.write((tx) => openWindow(tx, chatId, NOW - (ages[index] ?? 0) * HOUR));
    }
    expect(names(store, 'closing')).toEqual(['minutes', 'an hour', 'four hours']);
  });

  it('shows a failure wherever its chat was put', () => {
    const store = memoryStore();
    const { account, chats, change } = shop(store, 'Ana', 'Bia');
    const [ana] = chats;
    if (ana === undefined) throw new Error('There is no chat.');
    addMessage(store, account, ana, {
      direction: 'outbound',
      origin: 'frontdesk',
      status: 'failed',
      timestamp: NOW,
    });
    change(ana, { kind: 'resolve' });
    expect(names(store, 'failed')).toEqual(['Ana']);
  });

  it('counts each view, and keeps two accounts apart', () => {
    const store = memoryStore();
    const first = shop(store, 'Ana', 'Bia');
    const second = shop(store, 'Caio', 'Davi', 'Eva');
    first.change(first.chats[0], { kind: 'snooze_until_reply' });
    second.change(second.chats[0], { kind: 'pin' });
    expect(names(store, 'all', first.account)).toEqual(['Bia']);
    expect(names(store, 'all', second.account)).toEqual(['Caio', 'Eva', 'Davi']);
    expect(names(store, 'snoozed', second.account)).toEqual([]);
    expect(countChats(store, first.account, NOW)).toEqual({
      unread: 1,
      waiting: 1,
      closing: 0,
      failed: 0,
      snoozed: 1,
    });
    expect(countChats(store, null, NOW)).toMatchObject({ unread: 4, waiting: 4, snoozed: 1 });
  });

  it.each(
    ([...CHAT_FILTERS, 'any', 'any_unread'] as const).flatMap((view) =>
      [true, false].flatMap((one) => [true, false].map((first) => [view, one, first] as const)),
    ),
  )('reads %s from an index, without sorting (one account: %s, first page: %s)', (...turn) => {
    const [view, isOneAccount, isFirst] = turn;
    const store = memoryStore();
    const { account, chats, change } = shop(
      store,
      ...Array.from({ length: 300 }, (_, index) => `Customer ${index}`),
    );
    const changes: readonly ChatChange['kind'][] = ['pin', 'resolve', 'snooze_until_reply'];
    for (const [index, chatId] of chats.entries()) {
      const kind = changes[index % 6];
      if (kind === 'pin' || kind === 'resolve' || kind === 'snooze_until_reply') {
        change(chatId, { kind });
      }
    }
    store.prepare('ANALYZE').run();
    const plan = plansOf(store, () =>
      pageChats(store, {
        view,
        accountId: isOneAccount ? account : null,
        now: NOW,
        after: isFirst ? null : { at: 5, id: 5 },
        limit: 60,
      }),
    );
    expect(plan).toMatch(/USING INDEX conversation_\w+/);
    expect(plan).not.toContain('TEMP B-TREE');
    expect(plan, 'the few accounts may be looked through').not.toMatch(
      /SCAN (?!v USING INDEX|a$)/m,
    );
  });

  it('counts each view from its own index', () => {
    const store = memoryStore();
    const { account } = shop(store, 'Ana', 'Bia');
    store.prepare('ANALYZE').run();
    const plans = plansOf(store, () => countChats(store, account, NOW)).split('\n');
    expect(plans).toHaveLength(5);
    for (const plan of plans) expect(plan).toMatch(/USING (COVERING )?INDEX conversation_/);
  });
});
