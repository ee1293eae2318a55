import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { fieldsOf, insertField, setFieldValue } from '#electron/store/custom-fields.ts';
import { listImports } from '#electron/store/imports.ts';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

describe('custom fields', () => {
  it('of two contacts who become one are kept, and the older contact’s value wins', () => {
    const store = memoryStore();
    const accountId = addAccount(store);
    const { contactId: older } = addChat(store, accountId);
    const { contactId: newer } = addChat(store, addAccount(store, 'Second'));
    store.write((tx) => {
      const city = insertField(tx, { name: 'City', type: 'text' }, 1);
      const since = insertField(tx, { name: 'Since', type: 'date' }, 1);
      setFieldValue(tx, older, city, 'Rio');
      setFieldValue(tx, newer, city, 'Recife');
      setFieldValue(tx, newer, since, '2019-05-01');
      mergeContacts(tx, newer, older, 2);
    });
    expect(fieldsOf(store, older)).toEqual([
      { name: 'City', type: 'text', value: 'Rio' },
      { name: 'Since', type: 'date', value: '2019-05-01' },
    ]);
    expect(store.prepare('SELECT count(*) AS n FROM contact_field').get()).toEqual({ n: 2 });
  });

  it('and imports come to a database that was made without them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-store-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'frontdesk.db');
    const step = MIGRATIONS.findIndex(({ name }) => name === '012-imports');
    const before = openStore(file, MIGRATIONS.slice(0, step));
    const { contactId } = addChat(before, addAccount(before));
    before.close();
    const store = openStore(file);
    onTestFinished(() => store.close());
    expect(fieldsOf(store, contactId)).toEqual([]);
    expect(listImports(store, 10)).toEqual([]);
  });
});
