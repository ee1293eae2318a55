import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from './migrations/index.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';

/** "FDSK": tells a Frontdesk database from any other SQLite file. */
const APPLICATION_ID = 0x4644534b;

/** The database can't be used as it is; the message says what to do. The program exits with 4. */
export class DatabaseUnusableError extends Error {
  override readonly name = 'DatabaseUnusableError';
  readonly reason: 'newer' | 'damaged';

  constructor(reason: 'newer' | 'damaged', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * Opens the one writing connection, makes the file when it is missing and brings its schema up to
 * date, with a copy kept in `backups/` before any step.
 *
 * @param file path of the database, or `:memory:`
 * @param migrations all steps there are, in order
 * @throws DatabaseUnusableError when the file is newer than this program, or damaged
 */
export function openStore(file: string, migrations = MIGRATIONS): Store {
  const db = openFile(file);
  try {
    setPragmas(db);
    refuseForeignFile(db, file);
    migrate(db, file, migrations);
  } catch (error) {
    db.close();
    throw damageInWords(error, file);
  }
  return createStore(db);
}

function openFile(file: string): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  try {
    return new Database(file, { timeout: 5000 });
  } catch (error) {
    throw damageInWords(error, file);
  }
}

/**
 * `synchronous=FULL`: Meta never sends again what was answered with 200, so a commit must survive
 * a power cut. It is set by hand because WAL on an existing file falls back to NORMAL.
 */
function setPragmas(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -8000');
  db.pragma('temp_store = MEMORY');
  // Who is erased must not be readable in the pages that they leave behind.
  db.pragma('secure_delete = ON');
  db.pragma('journal_size_limit = 67108864');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  if (process.platform === 'darwin') db.pragma('fullfsync = ON');
}

function refuseForeignFile(db: Database.Database, file: string): void {
  const applicationId = db.pragma('application_id', { simple: true });
  if (applicationId === APPLICATION_ID) return;
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!isEmpty) {
    throw new DatabaseUnusableError(
      'damaged',
      `${file} is not a Frontdesk database. Move it away, or start with another --home.`,
    );
  }
  db.pragma(`application_id = ${APPLICATION_ID}`);
}

function migrate(db: Database.Database, file: string, migrations: typeof MIGRATIONS): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > migrations.length) {
    throw new DatabaseUnusableError(
      'newer',
      `${file} was written by a newer Frontdesk. Please update Frontdesk, then start it again; nothing was changed.`,
    );
  }
  if (version === migrations.length) return;
  if (version > 0) backUpBeforeMigration(db, file, version);
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}

function backUpBeforeMigration(db: Database.Database, file: string, version: number): void {
  if (file === ':memory:') return;
  const backup = join(dirname(file), 'backups', `before-migration-${version}.db`);
  mkdirSync(dirname(backup), { recursive: true });
  db.pragma('wal_checkpoint(TRUNCATE)');
  if (existsSync(backup)) rmSync(backup);
  copyFileSync(file, backup);
}

function damageInWords(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (!/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return error;
  return new DatabaseUnusableError(
    'damaged',
    `${file} is damaged (${error.message}). Move it away and restore the newest file from the backups folder beside it.`,
    { cause: error },
  );
}
