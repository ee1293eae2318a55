import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '#electron/store/migrations/index.ts';
import { DatabaseUnusableError, openStore } from '#electron/store/open.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-store-'));
  file = join(folder, 'frontdesk.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pragma(name: string): unknown {
  const db = new Database(file, { readonly: true });
  try {
    return db.pragma(name, { simple: true });
  } finally {
    db.close();
  }
}

describe('opening the store', () => {
  it('makes the database with every migration applied and the tables outsiders rely on', () => {
    const store = openStore(file);
    const tables = store
      .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name);
    store.close();
    expect(tables).toEqual(
      expect.arrayContaining([
        'account',
        'contact',
        'contact_identity',
        'conversation',
        'message',
        'message_status',
        'reaction',
        'media',
        'webhook_log',
        'outbox',
        'setting',
        'api_key',
        'consent_event',
      ]),
    );
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
    expect(pragma('journal_mode')).toBe('wal');
  });

  it('writes with synchronous=FULL on a new file and on one that is there already', () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const store = openStore(file);
      const row = store.prepare<{ synchronous: number }>('PRAGMA synchronous').get();
      store.close();
      expect(row).toEqual({ synchronous: 2 });
    }
  });

  it('refuses a database of a newer program and leaves it alone', () => {
    openStore(file).close();
    const db = new Database(file);
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    const error = catchError(() => openStore(file));
    expect(error).toBeInstanceOf(DatabaseUnusableError);
    expect(error).toMatchObject({ reason: 'newer' });
    expect(pragma('user_version')).toBe(MIGRATIONS.length + 1);
  });

  it('says that a file which is no database is damaged', () => {
    writeFileSync(file, 'this is a shopping list, not a database. '.repeat(200));
    expect(catchError(() => openStore(file))).toMatchObject({
      name: 'DatabaseUnusableError',
      reason: 'damaged',
    });
  });

  it("refuses another program's database", () => {
    const db = new Database(file);
    db.exec('CREATE TABLE recipe (id INTEGER PRIMARY KEY)');
    db.close();
    expect(catchError(() => openStore(file))).toMatchObject({ reason: 'damaged' });
  });

  it('keeps a copy before it migrates, and moves on from the step before', () => {
    openStore(file).close();
    const next = { name: '999-next', sql: 'CREATE TABLE next_year (id INTEGER PRIMARY KEY)' };
    openStore(file, [...MIGRATIONS, next]).close();
    expect(pragma('user_version')).toBe(MIGRATIONS.length + 1);
    const copy = new Database(join(folder, 'backups', `before-migration-${MIGRATIONS.length}.db`), {
      readonly: true,
    });
    expect(copy.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    copy.close();
  });

  it('leaves the database as it was when a step fails', () => {
    openStore(file).close();
    const broken = { name: '999-broken', sql: 'CREATE TABLE half (id INTEGER); SELECT nonsense' };
    expect(() => openStore(file, [...MIGRATIONS, broken])).toThrow('nonsense');
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
    openStore(file).close();
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to throw.');
}
