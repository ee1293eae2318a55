import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { indexSome, stillUnindexed } from '#electron/store/search-index.ts';
import { searchMessages } from '#electron/store/search-messages.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';

const NOW = Date.UTC(2026, 10, 22);

it('builds the index anew, so that a first letter finds what was found by whole words before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const before = openStore(file, MIGRATIONS.slice(0, 10));
  const accountId = addAccount(before);
  const { chatId } = addChat(before, accountId);
  for (const body of ['girassol', 'gérbera', 'lírio']) {
    addMessage(before, accountId, chatId, { body });
  }
  settle(before);
  before.close();

  const store = openStore(file);
  onTestFinished(() => store.close());
  expect(stillUnindexed(store)).toBe(3);
  settle(store);
  expect(found(store, 'g').toSorted()).toEqual(['girassol', 'gérbera']);
  expect(found(store, 'lírio')).toEqual(['lírio']);
});

function settle(store: Store): void {
  while (store.write((tx) => indexSome(tx, 100, NOW)) > 0);
}

function found(store: Store, text: string): string[] {
  const scope = { accountId: null, chatId: null, after: null, limit: 50, now: NOW };
  return searchMessages(store, { text, ...scope }).hits.map(({ snippet }) => snippet.text);
}
