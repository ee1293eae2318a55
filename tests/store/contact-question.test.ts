import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatId, ContactId } from '#shared/ids.ts';
import { HOUR } from '../support/blocking.ts';
import { countContacts, pageContactIds } from '#electron/store/contact-count.ts';
import { countBeginnings, countLanguages } from '#electron/store/contact-facets.ts';
import { freshContacts, pageContacts } from '#electron/store/contact-list.ts';
import type { ContactQuery } from '#electron/store/contact-list.ts';
import { labelContact } from '#electron/store/label-holders.ts';
import { insertLabel } from '#electron/store/labels.ts';
import { indexSome } from '#electron/store/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

const NOW = 1_760_000_000_000;
const EVERYBODY = {
  text: null,
  labelId: null,
  optedOut: null,
  isBlocked: null,
  language: null,
  phonePrefix: null,
  window: null,
  segment: null,
} as const;
const FIRST: ContactQuery = { ...EVERYBODY, order: 'name', cursor: null, limit: 50 };

let store: Store;
let ids: ContactId[];
let chats: ChatId[];

/** Ana from Brazil, Ben and Carla from Germany, Dan from Armenia. Three of them carry a label. */
beforeEach(() => {
  store = memoryStore();
  const accountId = addAccount(store);
  const people = [
    { name: 'Ana', phone: '+5511987650001' },
    { name: 'Ben', phone: '+4915112000002' },
    { name: 'Carla', phone: '+4915112000003' },
    { name: 'Dan', phone: '+37491000004' },
  ].map((person) => addChat(store, accountId, person));
  ids = people.map(({ contactId }) => contactId);
  chats = people.map(({ chatId }) => chatId);
  store.write((tx) => {
    const label = insertLabel(tx, 'Wholesale', '#d97f1f', 0);
    for (const id of ids.slice(0, 3)) labelContact(tx, id, label);
    tx.run('UPDATE contact SET opted_out = 1, language = ? WHERE id = ?', 'pt-BR', ids[0]);
    tx.run('UPDATE contact SET is_blocked = 1 WHERE id = ?', ids[1]);
    tx.run(
      `INSERT INTO blocked_user (account_id, contact_id, is_active, blocked_by, blocked_at)
       VALUES (?, ?, 1, 'owner', 0)`,
      accountId,
      ids[1],
    );
    tx.run('UPDATE conversation SET customer_active_at = ? WHERE id = ?', NOW - HOUR, chats[2]);
    tx.run(
      'UPDATE conversation SET customer_active_at = ? WHERE id = ?',
      NOW - 25 * HOUR,
      chats[3],
    );
    // A group has a contact that nobody is.
    tx.run('INSERT INTO contact (created_at, updated_at) VALUES (0, 0)');
  });
  while (store.write((tx) => indexSome(tx, 100, 0)) > 0);
});

function names(question: Partial<ContactQuery>): string[] {
  return pageContacts(store, { ...FIRST, ...question }).contacts.map(({ name }) => name);
}

describe('a question about people', () => {
  it.each([
    [{}, ['Ana', 'Ben', 'Carla', 'Dan']],
    [{ optedOut: true }, ['Ana']],
    [{ optedOut: false }, ['Ben', 'Carla', 'Dan']],
    [{ isBlocked: true }, ['Ben']],
    [{ isBlocked: false }, ['Ana', 'Carla', 'Dan']],
    [{ language: 'pt-BR' }, ['Ana']],
    [{ phonePrefix: '+49' }, ['Ben', 'Carla']],
    [{ phonePrefix: '+374' }, ['Dan']],
    [{ window: { isOpen: true, now: NOW } }, ['Carla']],
    [{ window: { isOpen: false, now: NOW } }, ['Ana', 'Ben', 'Dan']],
    [{ text: 'carl' }, ['Carla']],
    [{ text: 'whole' }, ['Ana', 'Ben', 'Carla']],
    [{ text: '(0151) 12000' }, []],
    [{ text: '151 12000' }, ['Ben', 'Carla']],
    [{ text: 'whole', phonePrefix: '+49', isBlocked: false }, ['Carla']],
  ] as const)('%j is answered by %j, counted and named alike', (question, expected) => {
    expect(names(question)).toEqual(expected);
    expect(countContacts(store, { ...EVERYBODY, ...question })).toEqual({
      fitting: expected.length,
      all: 4,
    });
    const { contactIds } = pageContactIds(store, {
      ...EVERYBODY,
      ...question,
      after: 0,
      limit: 50,
    });
    expect(contactIds).toHaveLength(expected.length);
  });

  it('gives ids in portions without leaving anybody out', () => {
    const first = pageContactIds(store, { ...EVERYBODY, after: 0, limit: 3 });
    const second = pageContactIds(store, { ...EVERYBODY, after: first.next ?? 0, limit: 3 });
    expect([...first.contactIds, ...second.contactIds]).toEqual(ids);
    expect(second.next).toBeNull();
  });

  it('says who of some people fits now, and who does not, by their chats too', () => {
    const question = { ...EVERYBODY, phonePrefix: '+49' };
    const { fitting, others } = freshContacts(store, {
      ...question,
      contactIds: ids.slice(0, 2),
      chatIds: chats.slice(3),
    });
    expect(fitting.map(({ name }) => name)).toEqual(['Ben']);
    expect(others).toEqual([ids[0], ids[3]]);
  });

  it('knows which languages and which numbers there are', () => {
    expect(countLanguages(store)).toEqual([{ language: 'pt-BR', people: 1 }]);
    expect(countBeginnings(store)).toContainEqual({ beginning: '+491', people: 2 });
  });
});

describe('the way to the answer', () => {
  it.each(['name', 'latest_message', 'created'] as const)(
    'by %s follows an index and sorts nothing',
    (order) => {
      const cursor = pageContacts(store, { ...FIRST, order, limit: 2 }).nextCursor;
      const plan = plansOf(store, () => pageContacts(store, { ...FIRST, order, cursor }));
      expect(plan).toContain('USING INDEX contact_by_');
      expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
    },
  );

  it('looks only at the few whom a label, a number or a block leaves', () => {
    for (const question of [{ phonePrefix: '+49' }, { isBlocked: true }, { text: 'carla' }]) {
      const plan = plansOf(store, () => pageContacts(store, { ...FIRST, ...question }));
      expect(plan).toMatch(/SEARCH c USING INTEGER PRIMARY KEY/);
      expect(plan).not.toMatch(/SCAN (c|i|contact_identity)\b/);
    }
  });
});
