import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
        ...['account', 'contact', 'contact_identity', 'conversation', 'message', 'message_status'],
        ...['reaction', 'media', 'webhook_log', 'outbox', 'setting', 'api_key', 'consent_event'],
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

  it('keeps a copy before it migrates an older database', () => {
    const db = new Database(file);
    db.pragma(`application_id = ${0x4644534b}`);
    db.exec('CREATE TABLE relic (id INTEGER PRIMARY KEY)');
    db.pragma('user_version = 0');
    db.close();
    openStore(file).close();
    expect(readdirSync(folder)).not.toContain('backups');
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
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
