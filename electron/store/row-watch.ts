import type { Reader, WriteTx } from './store.ts';

/** How many rows of which table are not what they were. */
export type ChangedRows = Readonly<Record<string, number>>;

export interface RowWatch {
  /** Counts what `work` changes, and nothing that others change before or after it. */
  during<T>(tx: WriteTx, work: () => T): T;
  changed(db: Reader): ChangedRows;
  end(tx: WriteTx): void;
}

/** What a webhook can touch; the log itself is left out. */
const TABLES = [
  'account',
  'account_event',
  'consent_event',
  'contact',
  'contact_identity',
  'conversation',
  'media',
  'message',
  'message_revision',
  'message_status',
  'outbox',
  'reaction',
  'template',
  'template_event',
] as const;
type Table = (typeof TABLES)[number];

/**
 * Watches rows through triggers of this connection alone. A row counts once, and only if a value
 * in it is different from before: writing the same again is no change.
 */
export function watchRows(tx: WriteTx): RowWatch {
  tx.run('CREATE TEMP TABLE row_watch (on_now INTEGER NOT NULL)');
  tx.run('INSERT INTO temp.row_watch VALUES (0)');
  tx.run(
    'CREATE TEMP TABLE row_change (row_table TEXT, row_key TEXT, PRIMARY KEY (row_table, row_key))',
  );
  for (const table of TABLES) {
    for (const sql of triggersFor(tx, table)) tx.run(sql);
  }
  return {
    during(inner, work) {
      inner.run('UPDATE temp.row_watch SET on_now = 1');
      try {
        return work();
      } finally {
        inner.run('UPDATE temp.row_watch SET on_now = 0');
      }
    },
    changed(db) {
      const rows = db
        .prepare<{ row_table: string; n: number }>(
          'SELECT row_table, count(*) AS n FROM temp.row_change GROUP BY row_table ORDER BY row_table',
        )
        .all();
      return Object.fromEntries(rows.map((row) => [row.row_table, row.n]));
    },
    end(inner) {
      for (const table of TABLES) {
        for (const event of EVENTS)
          inner.run(`DROP TRIGGER IF EXISTS temp.watch_${table}_${event}`);
      }
      inner.run('DROP TABLE IF EXISTS temp.row_change');
      inner.run('DROP TABLE IF EXISTS temp.row_watch');
    },
  };
}

const EVENTS = ['insert', 'update', 'delete'] as const;

function triggersFor(db: Reader, table: Table): string[] {
  const columns = db
    .prepare<{ name: string; pk: number }>(`SELECT name, pk FROM pragma_table_info('${table}')`)
    .all();
  const keys = columns.filter((column) => column.pk > 0).map((column) => column.name);
  const differs = columns.map(({ name }) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ');
  return EVENTS.map((event) => {
    const row = event === 'delete' ? 'OLD' : 'NEW';
    const key = `json_array(${keys.map((name) => `${row}.${name}`).join(', ')})`;
    const condition = event === 'update' ? ` AND (${differs})` : '';
    return `CREATE TEMP TRIGGER watch_${table}_${event} AFTER ${event} ON main.${table}
      WHEN (SELECT on_now FROM temp.row_watch) = 1${condition}
      BEGIN INSERT OR IGNORE INTO row_change VALUES ('${table}', ${key}); END`;
  });
}
