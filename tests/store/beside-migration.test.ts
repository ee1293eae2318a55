import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { findChat } from '#electron/store/chats.ts';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';
import { countShared } from '#electron/store/shared-files.ts';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';

it('finds the files and links of a history that is older than the panel', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const step = MIGRATIONS.findIndex(({ name }) => name === '009-beside-the-messages');
  openStore(file, MIGRATIONS.slice(0, step)).close();
  const before = new Database(file);
  before.exec(`
    INSERT INTO account (id, name, phone_number_id, waba_id, verify_token, api_version, created_at)
      VALUES (1, 'Shop', 'p', 'w', 'v', 'v26.0', 0);
    INSERT INTO contact (id, name, created_at, updated_at) VALUES (1, 'Ana', 0, 0);
    INSERT INTO conversation (id, account_id, contact_id, draft, created_at) VALUES (7, 1, 1, 'Dear', 0);
    INSERT INTO message (conversation_id, account_id, direction, origin, type, body, payload, status, timestamp, created_at)
      VALUES (7, 1, 'inbound', 'customer', 'image', '', '{}', 'received', 1, 1),
        (7, 1, 'inbound', 'customer', 'text', 'https://a.example', '{}', 'received', 2, 2);`);
  before.close();
  const store = openStore(file);
  expect(countShared(store, asId<ChatId>(7))).toEqual({ media: 1, documents: 0, links: 1 });
  expect(findChat(store, asId<ChatId>(7))).toMatchObject({
    draft: 'Dear',
    noteDraft: '',
    labels: [],
  });
  store.close();
});
