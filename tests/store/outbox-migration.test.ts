import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { MessageId } from '#shared/ids.ts';
import { outbox } from '#electron/store/migrations/008-outbox.ts';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { findMessage } from '#electron/store/messages.ts';
import { openStore } from '#electron/store/open.ts';
import { addAccount, addChat } from '../support/store.ts';

it('asks about messages that had failed because their window was closed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const before = openStore(file, MIGRATIONS.slice(0, MIGRATIONS.indexOf(outbox)));
  const { chatId } = addChat(before, addAccount(before));
  before.close();
  const raw = new Database(file);
  for (const [id, code, type] of [
    [1, 131047, 'text'],
    [2, 131026, 'text'],
    [3, 131047, 'reaction'],
  ] as const) {
    raw.exec(`INSERT INTO message (id, conversation_id, account_id, direction, origin, type, payload,
        status, error_code, timestamp, created_at)
      VALUES (${id}, ${chatId}, 1, 'outbound', 'frontdesk', '${type}', '{}', 'failed', ${code}, 1, 1);
      INSERT INTO outbox (message_id, conversation_id, account_id, state, next_attempt_at, created_at)
      VALUES (${id}, ${chatId}, 1, 'failed', 1, 1);`);
  }
  raw.close();
  const store = openStore(file);
  expect([1, 2, 3].map((id) => findMessage(store, asId<MessageId>(id))?.hold)).toEqual([
    'window_closed',
    null,
    null,
  ]);
  store.close();
});
