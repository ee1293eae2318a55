import Database from 'better-sqlite3';
import { createStore } from './store.ts';
import type { Reader } from './store.ts';

/** A connection beside the writing one, which must have brought the schema up to date before. */
export function openReader(file: string): Reader {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  db.pragma('query_only = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -16000');
  return createStore(db);
}
