import { afterEach, beforeEach, expect, it } from 'vitest';
import { requirePerson } from '#electron/people/change-profile.ts';
import { addBlock } from '#electron/store/blocks.ts';
import { assignIdentity, leaveIdentity, noteUsername } from '#electron/store/identities.ts';
import type { Store } from '#electron/store/store.ts';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

let store: Store;

beforeEach(() => {
  store = memoryStore();
});

afterEach(() => store.close());

it('is told with their chats per number, their blocks and what they went by, and when', () => {
  const shop = addAccount(store, 'Shop');
  const branch = addAccount(store, 'Branch');
  const { contactId, chatId } = addChat(store, shop, { phone: '+5511900000001' });
  addMessage(store, shop, chatId, { timestamp: 50 });
  const old = { kind: 'phone', value: '+5511900000001', scope: '' } as const;
  store.write((tx) => {
    tx.run(
      'INSERT INTO conversation (account_id, contact_id, created_at) VALUES (?, ?, 0)',
      branch,
      contactId,
    );
    leaveIdentity(tx, contactId, old, 30);
    assignIdentity(tx, contactId, { ...old, value: '+5511900000002' }, 30);
    noteUsername(tx, contactId, 'ana', 10);
    noteUsername(tx, contactId, 'ana.flores', 40);
    const person = { contactId, phone: '+5511900000002', waId: null, bsuid: null };
    addBlock(tx, { accountId: branch, person, reason: 'Spam', until: null, by: 'owner' }, 60);
  });
  const person = requirePerson(store, contactId);
  expect(person).toMatchObject({
    contact: { phone: '+5511900000002', username: 'ana.flores', isBlocked: true },
    profile: { id: contactId },
    fields: [],
    blocks: [{ accountName: 'Branch', state: 'active', reason: 'Spam' }],
  });
  expect(person.chats.map(({ accountName }) => accountName)).toEqual(['Shop', 'Branch']);
  expect(
    person.identities
      .filter(({ kind }) => kind !== 'wa_id')
      .map(({ kind, value, since, until }) => [kind, value, since, until]),
  ).toEqual([
    ['phone', '+5511900000002', 30, null],
    ['username', 'ana.flores', 40, null],
    ['phone', '+5511900000001', 0, 30],
    ['username', 'ana', 10, 40],
  ]);
});

it('says so when they are gone', () => {
  expect(() => requirePerson(store, asId<ContactId>(4711))).toThrow('This contact is gone');
});
