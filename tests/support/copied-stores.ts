import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '#electron/store/open.ts';
import { createStore } from '#electron/store/store.ts';
import type { Store } from '#electron/store/store.ts';

/**
 * For tests that need hundreds of new databases: the steps of the schema are taken once, and every
 * call of what this answers gives a copy in memory.
 */
export function copiedStores(): () => Store {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-copied-'));
  try {
    const file = join(folder, 'frontdesk.db');
    openStore(file).close();
    const empty = new Database(file);
    // In memory there is no log beside the database.
    empty.pragma('journal_mode = DELETE');
    const image = empty.serialize();
    empty.close();
    return () => {
      const copy = new Database(image);
      copy.pragma('foreign_keys = ON');
      return createStore(copy);
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
