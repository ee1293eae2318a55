import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import {
  listQuickReplies,
  removeQuickReply,
  saveQuickReply,
} from '#electron/store/quick-replies.ts';
import { memoryStore } from '../support/store.ts';

describe('quick replies', () => {
  it('are kept under a name that no other has, in whatever letters', () => {
    const store = memoryStore();
    const save = (shortcut: string, text: string, id: number | null = null) =>
      store.write((tx) => {
        const known = listQuickReplies(tx).find((reply) => reply.id === id);
        return saveQuickReply(tx, { id: known?.id ?? null, shortcut, text }, 1);
      });
    const hours = save('hours', 'Nine to six');
    expect(save('HOURS', 'Other')).toBeUndefined();
    save('hours', 'Nine to seven', hours?.id);
    save('bye', 'See you');
    expect(listQuickReplies(store)).toMatchObject([
      { shortcut: 'bye', text: 'See you' },
      { id: hours?.id, shortcut: 'hours', text: 'Nine to seven' },
    ]);
    store.write((tx) => hours !== undefined && removeQuickReply(tx, hours.id));
    expect(listQuickReplies(store)).toMatchObject([{ shortcut: 'bye' }]);
  });

  it('come to a database that was made without them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-store-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'frontdesk.db');
    const step = MIGRATIONS.findIndex(({ name }) => name === '005-quick-replies');
    openStore(file, MIGRATIONS.slice(0, step)).close();
    const store = openStore(file);
    expect(listQuickReplies(store)).toEqual([]);
    store.close();
  });
});
