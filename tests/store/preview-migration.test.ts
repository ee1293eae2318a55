import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import { previewSource } from '#electron/store/media-previews.ts';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { openStore } from '#electron/store/open.ts';

it('lets small pictures be drawn of files that were here before there were any', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-migration-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frontdesk.db');
  const step = MIGRATIONS.findIndex(({ name }) => name === '010-media-preview');
  openStore(file, MIGRATIONS.slice(0, step)).close();
  const before = new Database(file);
  before.exec(`INSERT INTO media (id, meta_media_id, sha256, state, created_at)
    VALUES (7, '4711', 'aa', 'present', 1000)`);
  before.close();
  const store = openStore(file);
  expect(previewSource(store, asId<MediaId>(7))).toEqual({ sha256: 'aa', preview: null });
  store.close();
});
