import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations/index.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';

export type Beside =
  | { readonly kind: 'open'; readonly store: Store }
  /** Only the owner of the home may bring the schema up to date, or judge what is wrong with the file. */
  | { readonly kind: 'needs_owner' };

/**
 * Opens a database to read it while another program may be writing it. Nothing is changed: SQLite
 * itself refuses every write.
 */
export function openBeside(file: string): Beside {
  let db;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    db.pragma('trusted_schema = OFF');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === MIGRATIONS.length) return { kind: 'open', store: readOnly(db) };
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError) return { kind: 'needs_owner' };
    throw error;
  }
  db.close();
  return { kind: 'needs_owner' };
}

function readOnly(db: Database.Database): Store {
  return { ...createStore(db), close: () => db.close() };
}
