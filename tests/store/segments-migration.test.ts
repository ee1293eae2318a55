import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';

it('knows of a history that is older than segments when the owner last wrote', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const step = MIGRATIONS.findIndex(({ name }) => name === '015-segments');
  openStore(file, MIGRATIONS.slice(0, step)).close();
  const before = new Database(file);
  before.exec(`
    INSERT INTO account (id, name, phone_number_id, waba_id, verify_token, api_version, created_at)
      VALUES (1, 'Shop', 'p', 'w', 'v', 'v26.0', 0);
    INSERT INTO contact (id, name, created_at, updated_at) VALUES (1, 'Ana', 0, 0), (2, 'Bea', 0, 0);
    INSERT INTO conversation (id, account_id, contact_id, created_at) VALUES (7, 1, 1, 0), (8, 1, 2, 0);
    INSERT INTO message (conversation_id, account_id, direction, origin, type, payload, status, timestamp, created_at)
      VALUES (7, 1, 'outbound', 'frontdesk', 'text', '{}', 'read', 10, 10),
        (7, 1, 'outbound', 'frontdesk', 'reaction', '{}', 'sent', 20, 20),
        (7, 1, 'outbound', 'frontdesk', 'text', '{}', 'failed', 30, 30),
        (8, 1, 'inbound', 'customer', 'text', '{}', 'received', 40, 40);`);
  before.close();
  const store = openStore(file);
  expect(store.prepare('SELECT id, last_outbound_at AS at FROM conversation').all()).toEqual([
    { id: 7, at: 10 },
    { id: 8, at: null },
  ]);
  store.close();
});
