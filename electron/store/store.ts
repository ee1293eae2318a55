import type { Database, Statement } from 'better-sqlite3';
import type { Compilable } from 'kysely';
import type { Change } from './change.ts';
import { addSqlFunctions } from './sql-functions.ts';

/**
 * A connection as queries see it. Everything is synchronous on purpose: no await can land inside
 * a transaction, so no other write can slip into one.
 */
export interface Reader {
  /** A statement, prepared once per text. For the hot paths. */
  prepare<Row>(sql: string): Statement<unknown[], Row>;
  /** All rows of a query made with `build` (query.ts). */
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
}

/** A reader inside a transaction. Whoever asks for one may write. */
export interface WriteTx extends Reader {
  run(sql: string, ...parameters: unknown[]): { changes: number; lastInsertRowid: number };
  /** Says after the commit what has changed; forgotten when the transaction fails. */
  note(change: Change): void;
}

export type ChangeListener = (changes: readonly Change[]) => void;

export interface Store extends Reader {
  /** Runs `work` in one transaction: all of it is on disk when this returns, or none of it is. */
  write<T>(work: (tx: WriteTx) => T): T;
  /**
   * As `write`, but a power cut may take the latest of these back, whole ones only: for long work
   * that keeps a journal and is taken up or taken back at the next start. Waits for no disk.
   */
  writeAhead<T>(work: (tx: WriteTx) => T): T;
  /** Runs `work` inside the open transaction so that its failure undoes only itself, then throws on. */
  savepoint<T>(tx: WriteTx, work: () => T): T;
  /** Called after each commit that changed something. Returns the function that ends it. */
  onChange(listener: ChangeListener): () => void;
  /** Moves the write-ahead log into the database and empties it, where no reader holds it. */
  checkpoint(): void;
  /** Moves the write-ahead log into the database and closes it. */
  close(): void;
}

export function createStore(db: Database): Store {
  addSqlFunctions(db);
  const statements = new Map<string, Statement>();
  const listeners = new Set<ChangeListener>();
  let noted: Change[] = [];

  function prepare<Row>(sql: string): Statement<unknown[], Row> {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller's claim about its own SQL, which nothing can check
    return statement as Statement<unknown[], Row>;
  }

  const reader: Reader = {
    prepare,
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return prepare<Row>(sql).all(...parameters);
    },
    first<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return prepare<Row>(sql).get(...parameters);
    },
  };

  const tx: WriteTx = {
    ...reader,
    run(sql, ...parameters) {
      const { changes, lastInsertRowid } = prepare(sql).run(...parameters);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    note(change) {
      noted.push(change);
    },
  };

  function announce(): void {
    const changes = noted;
    noted = [];
    if (changes.length === 0) return;
    for (const listener of listeners) listener(changes);
  }

  function write<T>(work: (tx: WriteTx) => T): T {
    if (db.inTransaction) throw new Error('A transaction is open already: pass its tx on.');
    let result;
    try {
      result = db.transaction(() => work(tx)).immediate();
    } catch (error) {
      noted = [];
      throw error;
    }
    announce();
    return result;
  }

  return {
    ...reader,
    write,
    writeAhead(work) {
      // The next commit by `write` brings these to the disk too: the log is one file.
      db.pragma('synchronous = NORMAL');
      try {
        return write(work);
      } finally {
        db.pragma('synchronous = FULL');
      }
    },
    savepoint(_tx, work) {
      const before = noted.length;
      try {
        return db.transaction(work)();
      } catch (error) {
        noted.length = before;
        throw error;
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkpoint() {
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    close() {
      db.pragma('optimize');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
