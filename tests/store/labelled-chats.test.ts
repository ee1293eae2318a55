import { describe, expect, it } from 'vitest';
import { createLabel } from '#electron/labels/label-book.ts';
import { labelChats } from '#electron/labels/label-chats.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import { pageLabelledChats } from '#electron/store/labelled-chats.ts';
import { searchChats } from '#electron/store/search-chats.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { searchMessages } from '#electron/store/search-messages.ts';
import type { Store } from '#electron/store/store.ts';
import type { AccountId, ChatId, LabelId } from '#shared/ids.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const NOW = 1_000_000;

function shop(...people: readonly string[]) {
  const store = memoryStore();
  const account = addAccount(store);
  const chats = people.map((name, at) => {
    const { chatId } = addChat(store, account, { name });
    addMessage(store, account, chatId, { timestamp: at + 1, body: `Hello from ${name}` });
    return chatId;
  });
  const deps = { store, clock: () => NOW };
  const label = (name: string, chatIds: readonly ChatId[]): LabelId => {
    const { id } = createLabel(deps, { name, color: null });
    labelChats(deps, { labelId: id, chatIds, on: 'contact', isOn: true });
    return id;
  };
  return { store, account, chats, label };
}

function names(
  store: Store,
  labelId: LabelId,
  more: { readonly accountId?: AccountId; readonly unreadOnly?: boolean } = {},
): string[] {
  const people: string[] = [];
  let after: ReturnType<typeof decodeCursor> = null;
  do {
    const { accountId = null, unreadOnly = false } = more;
    const page = pageLabelledChats(store, { labelId, accountId, unreadOnly, after, limit: 2 });
    people.push(...page.chats.map(({ contact }) => contact.name));
    after = page.nextCursor === null ? null : decodeCursor(page.nextCursor);
  } while (after !== null);
  return people;
}

function index(store: Store): void {
  while (store.write((tx) => indexSome(tx, 500, NOW)) > 0);
}

function found(store: Store, text: string): string[] {
  const search = { text, accountId: null, chatId: null, after: null, limit: 50, now: NOW };
  return searchMessages(store, search).hits.map(({ contactName }) => contactName);
}

describe('the chats of a label', () => {
  it('come newest first, page by page, wherever they were put', () => {
    const { store, account, chats, label } = shop('Ana', 'Bia', 'Caio', 'Davi', 'Eva');
    const vip = label(
      'VIP',
      [0, 1, 2, 4].flatMap((at) => chats[at] ?? []),
    );
    store.write((tx) => tx.run('UPDATE conversation SET is_resolved = 1 WHERE id = ?', chats[2]));
    expect(names(store, vip)).toEqual(['Eva', 'Caio', 'Bia', 'Ana']);
    if (chats[0] !== undefined) addMessage(store, account, chats[0], { timestamp: 99 });
    expect(names(store, vip), 'a new message moves a chat up').toEqual([
      'Ana',
      'Eva',
      'Caio',
      'Bia',
    ]);
  });

  it('can be those of one number, or the unread ones', () => {
    const { store, account, chats, label } = shop('Ana', 'Bia');
    const other = addAccount(store, 'Other');
    const { chatId } = addChat(store, other, { name: 'Caio' });
    addMessage(store, other, chatId, { timestamp: 50, is_notable: 0 });
    const vip = label('VIP', [...chats, chatId]);
    expect(names(store, vip, { accountId: account })).toEqual(['Bia', 'Ana']);
    expect(names(store, vip, { unreadOnly: true })).toEqual(['Bia', 'Ana']);
  });

  it('follow their people: into a chat that begins later, and through a merge', () => {
    const { store, label } = shop();
    const account = addAccount(store);
    const ana = addChat(store, account, { name: 'Ana' });
    addMessage(store, account, ana.chatId, { timestamp: 5 });
    const vip = label('VIP', [ana.chatId]);
    const second = addAccount(store, 'Second');
    store.write((tx) =>
      tx.run(
        `INSERT INTO conversation (account_id, contact_id, last_message_at, created_at) VALUES (?, ?, 9, 0)`,
        second,
        ana.contactId,
      ),
    );
    expect(names(store, vip)).toEqual(['Ana', 'Ana']);
    const twin = addChat(store, addAccount(store, 'Third'), { name: 'Twin' });
    store.write((tx) =>
      tx.run('UPDATE conversation SET last_message_at = 7 WHERE id = ?', twin.chatId),
    );
    store.write((tx) => mergeContacts(tx, ana.contactId, twin.contactId, NOW));
    expect(names(store, vip)).toHaveLength(3);
  });

  it('are read from their index, without sorting', () => {
    const { store, chats, label } = shop(
      ...Array.from({ length: 300 }, (_, at) => `Customer ${at}`),
    );
    const vip = label('VIP', chats);
    store.prepare('ANALYZE').run();
    const query = { labelId: vip, accountId: null, unreadOnly: false, limit: 60 };
    for (const after of [null, { at: 200, id: 200 }]) {
      const plan = plansOf(store, () => pageLabelledChats(store, { ...query, after }));
      expect(plan).toContain('USING COVERING INDEX labelled_chat_recent');
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });
});

describe('the operator label:', () => {
  it('finds messages in the chats that carry it, as soon as they do', () => {
    const { store, chats, label } = shop('Ana', 'Bia', 'Caio');
    index(store);
    expect(found(store, 'label:vip hello')).toEqual([]);
    label('VIP', chats.slice(0, 2));
    label('Weekly order', chats.slice(2));
    expect(found(store, 'label:vip hello')).toEqual(['Bia', 'Ana']);
    expect(found(store, 'label:"weekly order"')).toEqual(['Caio']);
    expect(found(store, 'label:VIP label:"Weekly order" hello')).toEqual(['Caio', 'Bia', 'Ana']);
    expect(found(store, 'label:vip in:ana')).toEqual(['Ana']);
  });

  it('finds them too when more chats carry it than an operator can name', () => {
    const { store, chats, label } = shop(
      ...Array.from({ length: 502 }, (_, at) => `Customer ${at}`),
    );
    index(store);
    label('VIP', chats.slice(0, 501));
    expect(found(store, 'label:vip hello')[0]).toBe('Customer 500');
    expect(found(store, 'label:vip')[0]).toBe('Customer 500');
    expect(found(store, 'hello')[0]).toBe('Customer 501');
  });

  it('says when there is no such label', () => {
    const { store } = shop('Ana');
    index(store);
    const search = { accountId: null, chatId: null, after: null, limit: 50, now: NOW };
    expect(searchMessages(store, { ...search, text: 'label:gold hello' })).toMatchObject({
      hits: [],
      hints: [{ kind: 'no_label', part: 'gold' }],
    });
  });

  it('narrows the chats that are found by name', () => {
    const { store, chats, label } = shop('Ana Lima', 'Ana Souza');
    index(store);
    label('VIP', chats.slice(0, 1));
    const people = (text: string) =>
      searchChats(store, { text, accountId: null, limit: 5, now: NOW }).map(
        ({ contact }) => contact.name,
      );
    expect(people('ana')).toEqual(['Ana Souza', 'Ana Lima']);
    expect(people('ana label:VIP')).toEqual(['Ana Lima']);
    expect(people('label:VIP')).toEqual(['Ana Lima']);
  });
});
