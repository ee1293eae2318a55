import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { bringBackNote, deleteNote, editNote, writeNote } from '#electron/notes/note-book.ts';
import { findChat } from '#electron/store/chats.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import { newestMessages, olderMessages } from '#electron/store/messages.ts';
import { notesOfPage } from '#electron/store/note-span.ts';
import { notesBetween, saveNoteDraft } from '#electron/store/notes.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { searchNotes } from '#electron/store/search-notes.ts';
import type { Store } from '#electron/store/store.ts';
import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, ContactId, NoteId } from '#shared/ids.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const DAY = 24 * 3_600_000;

let store: Store;
let account: AccountId;
let chatId: ChatId;
let contactId: ContactId;
let now: number;

beforeEach(() => {
  store = memoryStore();
  account = addAccount(store);
  ({ chatId, contactId } = addChat(store, account, { name: 'Ana Lima' }));
  now = 1_000;
});

afterEach(() => store.close());

function deps() {
  return { store, clock: () => now };
}

function write(text: string, at: number): NoteId {
  now = at;
  return writeNote(deps(), chatId, text).id;
}

function texts(): string[] {
  return notesBetween(store, chatId, { from: null, until: null }).map(({ text }) => text);
}

function found(text: string): string[] {
  return searchNotes(store, { text, accountId: null, limit: 20, now }).map(({ note }) => note.text);
}

describe('notes in a thread', () => {
  it('stand in exactly one of the pages that follow each other', () => {
    for (const timestamp of [10, 20, 30, 40, 50, 60]) {
      addMessage(store, account, chatId, { timestamp });
    }
    for (const at of [5, 20, 25, 35, 45, 60, 99]) write(`at ${at}`, at);
    const newest = newestMessages(store, chatId, 2);
    const pages = [newest];
    for (let page = newest; page.olderCursor !== null;) {
      const before = decodeCursor(page.olderCursor);
      if (before === null) throw new Error('This is no cursor.');
      page = olderMessages(store, chatId, before, 2);
      pages.push(page);
    }
    const noted = pages.map((page) => notesOfPage(store, chatId, page).map(({ text }) => text));
    expect(noted).toEqual([
      ['at 60', 'at 99'],
      ['at 35', 'at 45'],
      ['at 5', 'at 20', 'at 25'],
    ]);
  });

  it('stand in a chat without messages too', () => {
    write('Call her', 5);
    const page = newestMessages(store, chatId, 50);
    expect(notesOfPage(store, chatId, page)).toMatchObject([{ text: 'Call her', at: 5 }]);
  });

  it('are edited where they stand, and say so', () => {
    const id = write('Rings twice', 5);
    now = 9;
    expect(editNote(deps(), id, 'Rings once')).toEqual({
      id,
      chatId,
      text: 'Rings once',
      at: 5,
      editedAt: 9,
    });
    expect(found('twice')).toEqual([]);
    expect(found('once')).toEqual(['Rings once']);
  });

  it('are deleted, and come back for a day', () => {
    const id = write('Prefers mornings', 5);
    deleteNote(deps(), id);
    expect([texts(), found('mornings')]).toEqual([[], []]);
    bringBackNote(deps(), id);
    expect([texts(), found('mornings')]).toEqual([['Prefers mornings'], ['Prefers mornings']]);
    deleteNote(deps(), id);
    expect(() => editNote(deps(), id, 'x')).toThrow('This note was deleted.');
    now += DAY + 1;
    deleteNote(deps(), write('Another', now));
    expect(() => bringBackNote(deps(), id)).toThrow('deleted too long ago');
  });

  it('empty their draft in the same breath, and leave the one of the message alone', () => {
    store.write((tx) => {
      tx.run("UPDATE conversation SET draft = 'Dear Ana' WHERE id = ?", chatId);
      saveNoteDraft(tx, chatId, 'Prefers');
    });
    expect(findChat(store, chatId)).toMatchObject({ draft: 'Dear Ana', noteDraft: 'Prefers' });
    write('Prefers mornings', 5);
    expect(findChat(store, chatId)).toMatchObject({ draft: 'Dear Ana', noteDraft: '' });
  });

  it('leave the chat’s place in the list and its unread messages as they are', () => {
    addMessage(store, account, chatId, { timestamp: 10 });
    const before = findChat(store, chatId);
    write('Only for me', 99);
    expect(findChat(store, chatId)).toEqual(before);
    expect(store.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 });
  });

  it('go with their chat when two people become one', () => {
    const twin = addChat(store, account, { name: 'Twin' });
    writeNote(deps(), twin.chatId, 'From the other');
    store.write((tx) => saveNoteDraft(tx, twin.chatId, 'begun'));
    store.write((tx) => mergeContacts(tx, contactId, twin.contactId, now));
    expect(texts()).toEqual(['From the other']);
    expect(findChat(store, chatId)?.noteDraft).toBe('begun');
  });

  it('can’t be written into a chat that is not there', () => {
    expect(() => writeNote(deps(), asId<ChatId>(4711), 'x')).toThrow('This chat is gone');
  });
});

describe('searching notes', () => {
  it('finds words with and without accents, by their beginning, newest first', () => {
    write('Açúcar: no', 5);
    write('Acucar yes', 6);
    expect(found('acucar')).toEqual(['Acucar yes', 'Açúcar: no']);
    expect(found('açu')).toEqual(['Acucar yes', 'Açúcar: no']);
    expect(found('acucar -yes')).toEqual(['Açúcar: no']);
    expect(found('"no acucar"')).toEqual([]);
  });

  it('says below which message a note stands', () => {
    const first = addMessage(store, account, chatId, { timestamp: 10 });
    const second = addMessage(store, account, chatId, { timestamp: 20 });
    write('early', 5);
    write('between', 15);
    write('late', 25);
    const after = (text: string) =>
      searchNotes(store, { text, accountId: null, limit: 20, now }).map((hit) => hit.after);
    expect([after('early'), after('between'), after('late')]).toEqual([[first], [first], [second]]);
  });

  it('keeps to chats and times, and finds none where only a message can be meant', () => {
    write('Prefers mornings', 5);
    addMessage(store, account, chatId, { timestamp: 3 });
    store.write((tx) => indexSome(tx, 100, now));
    expect(found('in:ana mornings')).toEqual(['Prefers mornings']);
    expect(found('in:bia mornings')).toEqual([]);
    expect(found('label:VIP mornings')).toEqual([]);
    for (const part of ['has:image', 'is:failed', 'from:ana']) {
      expect(found(`${part} mornings`), part).toEqual([]);
    }
    expect(found('before:1970 mornings')).toEqual([]);
  });

  it('reads a page’s notes from their index', () => {
    const plan = plansOf(store, () => notesBetween(store, chatId, { from: 1, until: 9 }));
    expect(plan).toContain('USING INDEX note_thread');
    expect(plan).not.toContain('TEMP B-TREE');
  });
});
