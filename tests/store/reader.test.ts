import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '#electron/store/open.ts';
import { startReader } from '#electron/store/reader.ts';
import type { BackgroundReader } from '#electron/store/reader.ts';
import type { Task } from '#electron/store/reader-tasks.ts';
import { indexSome } from '#electron/store/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { Home } from '../support/app.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';

function question(text: string): Task<'searchMessages'> {
  const scope = { accountId: null, chatId: null, after: null, limit: 5, now: 0 };
  return { name: 'searchMessages', input: { text, ...scope } };
}

interface Opened {
  readonly home: Home;
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly crashes: unknown[];
}

let opened: Opened | undefined;

afterEach(async () => {
  await opened?.reader.close();
  opened?.store.close();
  opened?.home[Symbol.dispose]();
  opened = undefined;
});

function open(): Opened {
  const home = new Home();
  const file = join(home.path, 'frontdesk.db');
  const store = openStore(file);
  const account = addAccount(store);
  const { chatId } = addChat(store, account);
  for (const body of ['white peonies', 'red roses']) addMessage(store, account, chatId, { body });
  store.write((tx) => indexSome(tx, 100, 0));
  const crashes: unknown[] = [];
  const reader = startReader({ file, onCrash: (error) => crashes.push(error) });
  opened = { home, store, reader, crashes };
  return opened;
}

describe('the reading thread', () => {
  it('answers from a connection of its own', async () => {
    const { reader } = open();
    const page = await reader.ask(question('peonies'));
    expect(page?.hits.map(({ snippet }) => snippet.text)).toEqual(['white peonies']);
  });

  it('answers only the latest of the questions that wait in one lane', async () => {
    const { reader } = open();
    const answers = await Promise.all([
      reader.ask(question('p'), 'typing'),
      reader.ask(question('pe'), 'typing'),
      reader.ask(question('red'), 'other'),
      reader.ask(question('peo'), 'typing'),
    ]);
    expect(answers.map((page) => page?.hits.length)).toEqual([1, undefined, 1, 1]);
  });

  it('is started again when it dies, and gives up a question that kills it twice', async () => {
    using home = new Home();
    const program = join(import.meta.dirname, '..', 'support', 'dying-reader.ts');
    const crashes: unknown[] = [];
    const file = join(home.path, 'frontdesk.db');
    const reader = startReader({ file, program, onCrash: (reason) => crashes.push(reason) });
    try {
      const answers = [reader.ask(question('once')), reader.ask(question('waiting'))];
      expect(await Promise.all(answers)).toEqual(['once', 'waiting']);
      expect(crashes).toEqual([1]);
      await expect(reader.ask(question('always'))).rejects.toThrow('ended over a question');
      await expect(reader.ask(question('after'))).resolves.toBe('after');
    } finally {
      await reader.close();
    }
  });
});
