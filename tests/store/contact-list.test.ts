import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageContacts } from '#electron/store/contact-list.ts';
import type { ContactQuery } from '#electron/store/contact-list.ts';
import { openStore } from '#electron/store/open.ts';
import { indexSome } from '#electron/store/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';

const PEOPLE = 50_000;
const ALL: ContactQuery = {
  text: null,
  order: 'name',
  labelId: null,
  optedOut: null,
  isBlocked: null,
  language: null,
  phonePrefix: null,
  window: null,
  segment: null,
  cursor: null,
  limit: 50,
};

let store: Store;

beforeAll(() => {
  store = openStore(':memory:');
  store.write((tx) => {
    for (let n = 1; n <= PEOPLE; n += 1) {
      tx.run(
        'INSERT INTO contact (name, created_at, updated_at) VALUES (?, ?, 0)',
        `Person ${String((n * 7919) % PEOPLE).padStart(5, '0')}`,
        n,
      );
      tx.run(
        "INSERT INTO contact_identity (contact_id, kind, value, first_seen_at) VALUES (?, 'phone', ?, 0)",
        n,
        `+5511${String(900_000_000 + n)}`,
      );
    }
    while (indexSome(tx, 5000, 0) > 0);
  });
}, 120_000);

afterAll(() => store.close());

function took(query: Partial<ContactQuery>): number {
  pageContacts(store, { ...ALL, ...query });
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    pageContacts(store, { ...ALL, ...query });
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('the list of 50,000 people', () => {
  it.each(['name', 'latest_message', 'created'] as const)(
    'gives any page by %s without walking through the others',
    (order) => {
      expect(took({ order })).toBeLessThan(15);
      let cursor: string | null = null;
      for (let page = 0; page < 20; page += 1) {
        cursor = pageContacts(store, { ...ALL, order, cursor, limit: 200 }).nextCursor;
      }
      expect(took({ order, cursor })).toBeLessThan(15);
    },
  );

  it('is sorted by name, and ends', () => {
    let cursor: string | null = null;
    const names: string[] = [];
    do {
      const page = pageContacts(store, { ...ALL, cursor, limit: 200 });
      names.push(...page.contacts.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(names).toHaveLength(PEOPLE);
    expect(names).toEqual(names.toSorted());
  });

  it('finds a person by the end of their number', () => {
    const { contacts } = pageContacts(store, { ...ALL, text: '0031 337' });
    expect(contacts.map(({ phone }) => phone)).toEqual(['+5511900031337']);
  });

  it('knows when somebody last wrote, through merges of chats too', () => {
    const accountId = addAccount(store);
    const { chatId, contactId } = addChat(store, accountId, {
      name: 'Zoe',
      phone: '+4915112345678',
    });
    addMessage(store, accountId, chatId, { timestamp: 5000 });
    const [first] = pageContacts(store, { ...ALL, order: 'latest_message' }).contacts;
    expect(first).toMatchObject({ id: contactId, latestMessageAt: 5000 });
    store.write((tx) => tx.run('UPDATE conversation SET contact_id = 1 WHERE id = ?', chatId));
    const [now] = pageContacts(store, { ...ALL, order: 'latest_message' }).contacts;
    expect(now).toMatchObject({ id: 1, latestMessageAt: 5000 });
  });
});
