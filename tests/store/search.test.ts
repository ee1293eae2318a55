import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import type { SearchPage } from '#shared/models/search.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { applyRevisions, recordRevision } from '#electron/store/revisions.ts';
import { searchChats } from '#electron/store/search-chats.ts';
import { indexSome, stillUnindexed } from '#electron/store/search-index.ts';
import { searchMessages } from '#electron/store/search-messages.ts';
import type { MessageSearch } from '#electron/store/search-messages.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const NOW = new Date(2026, 10, 22, 12).getTime();

function settle(store: Store): void {
  while (store.write((tx) => indexSome(tx, 100, NOW)) > 0);
}

function ask(store: Store, text: string, more: Partial<MessageSearch> = {}): SearchPage {
  settle(store);
  return searchMessages(store, {
    text,
    accountId: null,
    chatId: null,
    after: null,
    limit: 50,
    now: NOW,
    ...more,
  });
}

function found(store: Store, text: string, more: Partial<MessageSearch> = {}): string[] {
  return ask(store, text, more).hits.map(({ snippet }) => snippet.text);
}

interface Shop {
  readonly store: Store;
  readonly account: AccountId;
  readonly chatId: ChatId;
  readonly say: (body: string, more?: Parameters<typeof addMessage>[3]) => MessageId;
}

function shop(): Shop {
  const store = memoryStore();
  const account = addAccount(store);
  const { chatId } = addChat(store, account);
  let minute = 0;
  return {
    store,
    account,
    chatId,
    say(body, more = {}) {
      minute += 1;
      const timestamp = 1_700_000_000_000 + minute * 60_000;
      return addMessage(store, account, chatId, { body, timestamp, ...more });
    },
  };
}

const STEP = MIGRATIONS.findIndex(({ name }) => name === '003-search');

describe('what is found', () => {
  it.each([
    ['São Paulo amanhã', 'sao'],
    ['Sao Paulo', 'são'],
    ['Łódź i Gdańsk', 'lodz'],
    ['Straße 12', 'strasse'],
    ['السَّلامُ عَلَيْكُم', 'السلام'],
    ['إلى المكتبة', 'الي المكتبه'],
    ['मुझे फूल चाहिए', 'फूल'],
    ['क़लम', 'कलम'],
    ['明天去東京嗎', '東京'],
    ['東京タワーで会いましょう', 'タワー'],
    ['ケーキをください', 'けーき'],
    ['ของขวัญวันเกิด', 'วันเกิด'],
    ['Доставка ещё идёт', 'еще'],
    ['안녕하세요 꽃집입니다', '안녕'],
    ['رقم ٤٥٦', '456'],
    ['ＡＢＣ１２３', 'abc123'],
  ])('“%s” by “%s”', (body, question) => {
    const { store, say } = shop();
    say(body);
    say('something else');
    expect(found(store, question)).toEqual([body]);
  });

  it('is not a vowel sign less in Hindi, nor half of a word elsewhere', () => {
    const { store, say } = shop();
    say('फल');
    say('unhappy');
    expect(found(store, 'फूल ')).toEqual([]);
    expect(found(store, 'happy ')).toEqual([]);
  });

  it('is in captions, file names, buttons and answers to a flow', () => {
    const { store, say } = shop();
    const document = { filename: 'Invoice 2026-1187.pdf', caption: 'Here it is' };
    say('Here it is', {
      type: 'document',
      payload: JSON.stringify({ type: 'document', document }),
    });
    const interactive = {
      type: 'button',
      body: { text: 'When?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'Tomorrow morning' } }] },
    };
    say('When?', { type: 'interactive', payload: JSON.stringify({ interactive }) });
    const reply = { response_json: JSON.stringify({ flower: 'peony' }) };
    const flow = { interactive: { type: 'nfm_reply', nfm_reply: reply } };
    say('flower: peony', { type: 'interactive', payload: JSON.stringify(flow) });
    expect(found(store, '1187')).toEqual(['Invoice 2026-1187.pdf']);
    expect(found(store, 'morning')).toEqual(['Tomorrow morning']);
    expect(found(store, 'peon')).toEqual(['flower: peony']);
    expect(found(store, '"When Tomorrow"'), 'two pieces are no phrase').toEqual([]);
  });

  it('is highlighted where it stands', () => {
    const { store, say } = shop();
    say('Amanhã tem reunião às três');
    const [hit] = ask(store, 'reuniao tre').hits;
    const words = hit?.snippet.highlights.map(([start, end]) => hit.snippet.text.slice(start, end));
    expect(words).toEqual(['reunião', 'três']);
  });
});

describe('the order', () => {
  it('is that of time, not of arrival, page by page, each once', () => {
    const { store, say } = shop();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), (times) => {
        store.write((tx) => tx.run('DELETE FROM message'));
        for (const time of times) say('word', { timestamp: 1_700_000_000_000 + time });
        const seen: number[] = [];
        let after = null;
        do {
          const page: SearchPage = ask(store, 'word', { after, limit: 4 });
          seen.push(...page.hits.map(({ timestamp }) => timestamp - 1_700_000_000_000));
          after = page.nextCursor === null ? null : decodeCursor(page.nextCursor);
        } while (after !== null);
        expect(seen).toEqual(times.toSorted((a, b) => b - a));
      }),
      { numRuns: 30 },
    );
  });

  it('holds when old history comes in after new messages', () => {
    const { store, say } = shop();
    say('word now', { timestamp: 1_800_000_000_000 });
    for (let i = 0; i < 3000; i += 1) say('word then', { timestamp: 1_600_000_000_000 + i });
    expect(found(store, 'word', { limit: 1 })).toEqual(['word now']);
  });
});

describe('operators', () => {
  it('narrow by person, direction, kind, state and time', () => {
    const { store, account, say } = shop();
    const tomasz = addChat(store, account, { name: 'Tomasz Kowalski' });
    const from = (body: string, more = {}) =>
      addMessage(store, account, tomasz.chatId, { body, ...more });
    say('flowers from Mariana');
    from('flowers from Tomasz', { timestamp: new Date(2026, 10, 3).getTime() });
    from('flowers for Tomasz', { direction: 'outbound', status: 'failed', timestamp: 5000 });
    from('see https://example.com', { timestamp: 6000 });
    from('a photo', { type: 'image', payload: '{"image":{"caption":"a photo"}}', timestamp: 7000 });
    expect(found(store, 'flowers from:tomasz')).toEqual(['flowers from Tomasz']);
    expect(found(store, 'flowers in:kowalski')).toHaveLength(2);
    expect(found(store, 'from:me flowers')).toEqual(['flowers for Tomasz']);
    expect(found(store, 'is:failed')).toEqual(['flowers for Tomasz']);
    expect(found(store, 'has:link')).toEqual(['see https://example.com']);
    expect(found(store, 'has:image')).toEqual(['a photo']);
    expect(found(store, 'after:2026-11')).toEqual(['flowers from Tomasz']);
    expect(found(store, 'flowers before:2000')).toEqual(['flowers for Tomasz']);
    expect(found(store, 'flowers -mariana -for')).toEqual(['flowers from Tomasz']);
    expect(found(store, 'is:unread flowers')).toHaveLength(2);
    expect(ask(store, 'from:nobody flowers')).toMatchObject({
      hits: [],
      hints: [{ kind: 'nobody', part: 'nobody' }],
    });
  });

  it('stay inside one chat when asked', () => {
    const { store, account, chatId, say } = shop();
    const other = addChat(store, account);
    say('hello here');
    addMessage(store, account, other.chatId, { body: 'hello there' });
    expect(found(store, 'hello', { chatId })).toEqual(['hello here']);
  });

  it('never make a question that SQLite can’t read, whatever is typed', () => {
    const { store, say } = shop();
    say('hello world');
    settle(store);
    const bits = [
      '"',
      "'",
      '*',
      '(',
      ')',
      ':',
      '-',
      '^',
      '+',
      '{',
      '}',
      ',',
      ' ',
      'AND',
      'OR',
      'NOT',
    ];
    const words = ['NEAR', 'from:', 'has:', 'before:', 'hello', '東', 'é', '\u{F0000}', '\0', '\\'];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...bits, ...words)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (question) => {
        ask(store, question);
        searchChats(store, { text: question, accountId: null, limit: 5, now: NOW });
      }),
      { numRuns: 400 },
    );
  });
});

describe('the index', () => {
  it('follows edits, deletions, merges of chats and what is erased', () => {
    const { store, account, say } = shop();
    const id = say('the first wording', { wamid: 'wamid.EDIT' });
    expect(found(store, 'first')).toHaveLength(1);
    const revision = { account_id: account, target_wamid: 'wamid.EDIT', at: 5 };
    store.write((tx) => {
      const payload = JSON.stringify({ type: 'text', text: { body: 'the second wording' } });
      recordRevision(tx, { ...revision, source_wamid: 'a', kind: 'edit', payload });
      applyRevisions(tx, account, 'wamid.EDIT');
    });
    expect([found(store, 'first'), found(store, 'second')]).toEqual([[], ['the second wording']]);
    store.write((tx) => {
      recordRevision(tx, { ...revision, source_wamid: 'b', kind: 'revoke', payload: '{}' });
      applyRevisions(tx, account, 'wamid.EDIT');
    });
    expect(found(store, 'second')).toEqual([]);
    store.write((tx) => tx.run('UPDATE message SET is_deleted = 0 WHERE id = ?', id));
    expect(found(store, 'second')).toHaveLength(1);
    store.write((tx) => tx.run('DELETE FROM message WHERE id = ?', id));
    const left = store.prepare('SELECT rowid FROM message_search WHERE message_search MATCH ?');
    expect(left.all('words : second'), 'gone in the same transaction').toEqual([]);
  });

  it('knows what a database of the step before had, newest first, and says so until then', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-search-'));
    try {
      const file = join(folder, 'frontdesk.db');
      const old = openStore(file, MIGRATIONS.slice(0, STEP));
      const account = addAccount(old);
      const { chatId } = addChat(old, account, { name: 'Mariana' });
      for (let n = 1; n <= 250; n += 1) addMessage(old, account, chatId, { body: `parcel ${n}` });
      old.close();
      const store = openStore(file);
      expect(stillUnindexed(store)).toBe(250);
      store.write((tx) => indexSome(tx, 100, NOW));
      store.write((tx) => indexSome(tx, 100, NOW));
      const look = { text: 'parcel', accountId: null, chatId: null, after: null, limit: 200 };
      const half = searchMessages(store, { ...look, now: NOW });
      expect(half.stillIndexing).toBe(150);
      expect(half.hits).toHaveLength(100);
      addMessage(store, account, chatId, { body: 'parcel new', timestamp: 1_800_000_000_000 });
      expect(found(store, 'parcel', { limit: 1 })).toEqual(['parcel new']);
      expect(found(store, 'parcel', { limit: 200 })).toHaveLength(200);
      expect(found(store, '"parcel 1"')).toEqual(['parcel 1']);
      expect(stillUnindexed(store)).toBe(0);
      expect(
        searchChats(store, { text: 'maria', accountId: null, limit: 5, now: NOW }),
      ).toHaveLength(1);
      store.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('chats', () => {
  it('are found by any part of a name or number, and by the start of a short word', () => {
    const store = memoryStore();
    const account = addAccount(store);
    for (const [name, phone] of [
      ['Sofía Núñez', '+34600111222'],
      ['田中花子', '+819012345678'],
      ['Bob', '+15550001111'],
    ] as const) {
      const { chatId } = addChat(store, account, { name, phone });
      addMessage(store, account, chatId);
    }
    settle(store);
    const names = (text: string) =>
      searchChats(store, { text, accountId: null, limit: 5, now: NOW }).map(
        ({ contact }) => contact.name,
      );
    expect(names('nunez sof')).toEqual(['Sofía Núñez']);
    expect(names('ofía')).toEqual(['Sofía Núñez']);
    expect(names('田中')).toEqual(['田中花子']);
    expect(names('111222')).toEqual(['Sofía Núñez']);
    expect(names('b')).toEqual(['Bob']);
    store.write((tx) => tx.run("UPDATE contact SET name = 'Robert' WHERE name = 'Bob'"));
    settle(store);
    expect([names('bob'), names('rob')]).toEqual([[], ['Robert']]);
    expect(names('name that nobody has')).toEqual([]);
  });
});
