import { beforeEach, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AccountId, ContactId } from '#shared/ids.ts';
import { openChat } from '#electron/people/open-chat.ts';
import { addContact } from '#electron/people/contact-book.ts';
import { removeAccount } from '#electron/store/accounts.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

let deps: { readonly store: ReturnType<typeof memoryStore>; readonly clock: () => number };
let accountId: AccountId;

beforeEach(() => {
  deps = { store: memoryStore(), clock: () => 1000 };
  accountId = addAccount(deps.store);
});

it('opens the chat that there is', () => {
  const { chatId, contactId } = addChat(deps.store, accountId);
  expect(openChat(deps, accountId, { contactId })).toMatchObject({ id: chatId });
});

it('makes one with somebody who never wrote, in which nothing can be sent freely', () => {
  const { id: contactId } = addContact(deps, { phone: '+4915112000001', ownName: 'Ana' });
  const chat = openChat(deps, accountId, { contactId });
  expect(chat).toMatchObject({
    contact: { id: contactId, name: 'Ana' },
    windowExpiresAt: null,
    lastMessageAt: null,
  });
  expect(openChat(deps, accountId, { phone: '+4915112000001' }).id).toBe(chat.id);
});

it('makes a person of a new number', () => {
  expect(openChat(deps, accountId, { phone: '+4915112000009' })).toMatchObject({
    contact: { phone: '+4915112000009' },
  });
});

it('goes on where something was said last when no number of ours is named', () => {
  const other = addAccount(deps.store, 'Second shop');
  const first = addChat(deps.store, accountId, { phone: '+4915112000003' });
  const { contactId } = first;
  const second = openChat(deps, other, { contactId });
  addMessage(deps.store, other, second.id, { timestamp: 5000 });
  expect(openChat(deps, null, { contactId }).id).toBe(second.id);
  expect(openChat(deps, null, { phone: '+4915112000003' }).id).toBe(second.id);
  expect(openChat(deps, null, { phone: '+4915112000004' })).toMatchObject({ accountId });
});

it('says what is wrong with a number, a person or an account that is not there', () => {
  expect(() => openChat(deps, accountId, { phone: '0151' })).toThrow('has no country code');
  const nobody = asId<ContactId>(99);
  expect(() => openChat(deps, accountId, { contactId: nobody })).toThrow('There is no contact 99');
  deps.store.write((tx) => removeAccount(tx, accountId, 2000));
  expect(() => openChat(deps, accountId, { phone: '+4915112000009' })).toThrow('was removed');
  expect(() => openChat(deps, null, { phone: '+4915112000009' })).toThrow('None of your numbers');
});
