import { expect, it } from 'vitest';
import { changeProfile, requireProfile } from '#electron/people/change-profile.ts';
import { findChat } from '#electron/store/chats.ts';
import { noteProfileName } from '#electron/store/contacts.ts';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

function person() {
  const store = memoryStore();
  const chat = addChat(store, addAccount(store), { name: null });
  store.write((tx) => noteProfileName(tx, chat.contactId, 'Mari', 1, 1));
  return { store, ...chat, deps: { store, clock: () => 9 } };
}

it('shows the owner’s own name for a person, and theirs again when it is taken away', () => {
  const { store, chatId, contactId, deps } = person();
  const before = changeProfile(deps, contactId, { ownName: 'Mariana, flowers' });
  expect(before).toMatchObject({ ownName: null, givenName: 'Mari' });
  expect(findChat(store, chatId)?.contact.name).toBe('Mariana, flowers');
  store.write((tx) => noteProfileName(tx, contactId, 'Mari ✨', 5, 5));
  expect(requireProfile(store, contactId)).toMatchObject({
    ownName: 'Mariana, flowers',
    givenName: 'Mari ✨',
  });
  changeProfile(deps, contactId, { ownName: before.ownName });
  expect(findChat(store, chatId)?.contact.name).toBe('Mari ✨');
});

it('writes what is given and leaves the rest', () => {
  const { store, contactId, deps } = person();
  changeProfile(deps, contactId, { email: 'mari@example.com', language: 'pt-BR', notes: 'Dog' });
  const before = changeProfile(deps, contactId, { notes: '' });
  expect(before).toMatchObject({ email: 'mari@example.com', language: 'pt-BR', notes: 'Dog' });
  expect(requireProfile(store, contactId)).toMatchObject({ email: 'mari@example.com', notes: '' });
  changeProfile(deps, contactId, { email: null });
  expect(requireProfile(store, contactId).email).toBeNull();
});

it('tells the screens who changed, and which chats show them', () => {
  const { store, chatId, contactId, deps } = person();
  const heard: unknown[] = [];
  store.onChange((changes) => heard.push(...changes));
  changeProfile(deps, contactId, { notes: 'Dog' });
  expect(heard).toEqual([
    { kind: 'contact', contactId },
    { kind: 'chat', chatId },
  ]);
});

it('says so when the person is gone', () => {
  const { deps } = person();
  expect(() => changeProfile(deps, asId<ContactId>(4711), {})).toThrow('This contact is gone');
});
