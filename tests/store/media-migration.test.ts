import { expect, it, onTestFinished } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { dueFiles } from '#electron/store/media-downloads.ts';
import { openStore } from '#electron/store/open.ts';

it('takes up files that were wanted before anybody fetched any', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  openStore(file, MIGRATIONS.slice(0, 1)).close();
  const before = new Database(file);
  before.exec(`INSERT INTO media (id, meta_media_id, filename, state, meta_expires_at, created_at)
    VALUES (7, '4711', 'old.pdf', 'wanted', 2000, 1000)`);
  before.close();
  const store = openStore(file);
  expect(dueFiles(store, 1, 10)).toMatchObject([
    { id: 7, metaMediaId: '4711', metaSha256: null, attempts: 0, expiresAt: 2000 },
  ]);
  store.close();
});
