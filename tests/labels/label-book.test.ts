import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bringBackLabel,
  changeLabel,
  createLabel,
  deleteLabel,
} from '#electron/labels/label-book.ts';
import { labelChats } from '#electron/labels/label-chats.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { findChat } from '#electron/store/chats.ts';
import { countLabels, listLabels } from '#electron/store/labels.ts';
import type { Store } from '#electron/store/store.ts';
import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, LabelId } from '#shared/ids.ts';
import { LABEL_TONES } from '#shared/label.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const DAY = 24 * 3_600_000;

let store: Store;
let account: AccountId;
let now = 1_000_000;

beforeEach(() => {
  store = memoryStore();
  account = addAccount(store);
  now = 1_000_000;
});

afterEach(() => store.close());

function deps() {
  return { store, clock: () => now };
}

function create(name: string): LabelId {
  return createLabel(deps(), { name, color: null }).id;
}

function labelsOf(chatId: ChatId): readonly string[] {
  return findChat(store, chatId)?.labels.map(({ name }) => name) ?? [];
}

function put(labelId: LabelId, chatIds: readonly ChatId[], isOn = true): readonly ChatId[] {
  return labelChats(deps(), { labelId, chatIds, on: 'contact', isOn });
}

describe('the book of labels', () => {
  it('gives each new label the colour that is used least', () => {
    expect(createLabel(deps(), { name: 'VIP', color: null }).color).toBe(LABEL_TONES.orange);
    expect(createLabel(deps(), { name: 'Wholesale', color: '#123456' }).color).toBe('#123456');
    expect(createLabel(deps(), { name: 'Weekly', color: null }).color).toBe(LABEL_TONES.green);
  });

  it('has no two labels of one name, whatever their capitals', () => {
    create('Città');
    expect(() => create('CITTÀ')).toThrow('There is a label called “Città” already.');
    const other = create('Other');
    expect(() => changeLabel(deps(), other, { name: ' città' })).toThrow('Choose another name.');
    expect(changeLabel(deps(), other, { name: 'OTHER' })).toMatchObject({ name: 'OTHER' });
  });

  it('changes a label wherever it is carried', () => {
    const { chatId } = addChat(store, account);
    const vip = create('VIP');
    put(vip, [chatId]);
    changeLabel(deps(), vip, { name: 'Very important', color: '#000000' });
    expect(findChat(store, chatId)?.labels).toMatchObject([
      { name: 'Very important', color: '#000000' },
    ]);
  });

  it('takes a deleted label off everyone, and brings it back with all of them for a day', () => {
    const ana = addChat(store, account);
    const bia = addChat(store, account);
    const vip = create('VIP');
    put(vip, [ana.chatId]);
    labelChats(deps(), { labelId: vip, chatIds: [bia.chatId], on: 'chat', isOn: true });
    deleteLabel(deps(), vip);
    expect([labelsOf(ana.chatId), labelsOf(bia.chatId), listLabels(store)]).toEqual([[], [], []]);
    bringBackLabel(deps(), vip);
    expect([labelsOf(ana.chatId), labelsOf(bia.chatId)]).toEqual([['VIP'], ['VIP']]);
    expect(findChat(store, bia.chatId)?.labels).toMatchObject([
      { id: vip, isOnContact: false, isOnChat: true },
    ]);

    deleteLabel(deps(), vip);
    now += DAY + 1;
    deleteLabel(deps(), create('Another'));
    expect(() => bringBackLabel(deps(), vip)).toThrow('deleted too long ago');
  });

  it('does not bring a label back beside one that has its name by now', () => {
    const vip = create('VIP');
    deleteLabel(deps(), vip);
    create('vip');
    expect(() => bringBackLabel(deps(), vip)).toThrow('There is a label called “vip” already.');
  });

  it('never gives the id of a deleted label to another', () => {
    const vip = create('VIP');
    deleteLabel(deps(), vip);
    expect(create('Next')).not.toBe(vip);
  });

  it('says so when there is no such label', () => {
    expect(() => changeLabel(deps(), asId<LabelId>(4711), {})).toThrow('There is no label 4711.');
    expect(() => put(asId<LabelId>(4711), [])).toThrow('There is no label 4711.');
  });
});

describe('labelling', () => {
  it('labels a person in every chat with them, and a chat alone where that is wanted', () => {
    const second = addAccount(store, 'Second');
    const { chatId, contactId } = addChat(store, account);
    const other = store.write((tx) =>
      tx.run(
        'INSERT INTO conversation (account_id, contact_id, created_at) VALUES (?, ?, 0)',
        second,
        contactId,
      ),
    );
    const otherChat = asId<ChatId>(other.lastInsertRowid);
    put(create('Person'), [chatId]);
    labelChats(deps(), { labelId: create('Chat'), chatIds: [chatId], on: 'chat', isOn: true });
    expect(labelsOf(chatId)).toEqual(['Chat', 'Person']);
    expect(labelsOf(otherChat)).toEqual(['Person']);
    put(
      listLabels(store).find(({ name }) => name === 'Person')?.id ?? asId<LabelId>(0),
      [otherChat],
      false,
    );
    expect(labelsOf(chatId)).toEqual(['Chat']);
  });

  it('answers where something changed, so that the opposite undoes exactly that', () => {
    const chats = [1, 2, 3].map(() => addChat(store, account).chatId);
    const [first, second, third] = chats;
    const vip = create('VIP');
    put(vip, chats.slice(0, 1));
    const changed = put(vip, [...chats, ...chats]);
    expect(changed).toEqual([second, third]);
    expect(put(vip, changed, false)).toEqual([second, third]);
    expect(chats.map(labelsOf)).toEqual([['VIP'], [], []]);
    expect(put(vip, [asId<ChatId>(4711)])).toEqual([]);
    expect(first).toBeDefined();
  });

  it('counts people and chats', () => {
    const vip = create('VIP');
    put(vip, [addChat(store, account).chatId, addChat(store, account).chatId]);
    create('Nobody');
    expect(countLabels(store)).toEqual([
      { labelId: 2, contacts: 0, chats: 0 },
      { labelId: vip, contacts: 2, chats: 2 },
    ]);
  });

  it('gives the labels of both to two contacts who turn out to be one person', () => {
    const ana = addChat(store, account);
    const twin = addChat(store, account);
    addMessage(store, account, twin.chatId, { timestamp: 9 });
    const [vip, weekly, both] = [create('VIP'), create('Weekly'), create('Both')];
    put(vip, [ana.chatId]);
    put(weekly, [twin.chatId]);
    put(both, [ana.chatId, twin.chatId]);
    labelChats(deps(), { labelId: create('Chat'), chatIds: [twin.chatId], on: 'chat', isOn: true });
    store.write((tx) => mergeContacts(tx, ana.contactId, twin.contactId, now));
    expect(labelsOf(ana.chatId)).toEqual(['Both', 'Chat', 'VIP', 'Weekly']);
    expect(findChat(store, twin.chatId)).toBeUndefined();
  });
});
