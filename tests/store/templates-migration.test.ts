import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { applyMetaTemplate } from '#electron/store/template-facts.ts';
import { findTemplateByName } from '#electron/store/templates.ts';
import { readMetaTemplate } from '#shared/templates/read-meta.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';

it('knows the last use of a template from messages that were sent before there was a list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const step = MIGRATIONS.findIndex(({ name }) => name === '014-templates');
  expect(step, 'its number is its place').toBe(13);
  const before = openStore(file, MIGRATIONS.slice(0, step));
  const accountId = addAccount(before);
  const { chatId } = addChat(before, accountId);
  addMessage(before, accountId, chatId, {
    direction: 'outbound',
    type: 'template',
    payload: JSON.stringify({ template: { name: 'spring', language: { code: 'en' } } }),
    timestamp: 4711,
  });
  before.close();
  const store = openStore(file);
  const told = readMetaTemplate({ id: '7', name: 'spring', language: 'en', status: 'APPROVED' });
  if (told === undefined) throw new Error('This is no template.');
  store.write((tx) => applyMetaTemplate(tx, accountId, told, 5000));
  expect(findTemplateByName(store, accountId, 'spring', 'en')?.lastUsedAt).toBe(4711);
  store.close();
});
