import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type {
  ContactImport,
  ImportCounts,
  ImportState,
  KeptPerson,
  RejectedRow,
} from '#shared/models/contact-import.ts';
import type { Reader, WriteTx } from './store.ts';

export interface NewImport {
  readonly fileName: string;
  readonly sha256: string;
  readonly headers: readonly string[];
  readonly dataRows: number;
}

export function insertImport(tx: WriteTx, file: NewImport, now: number): ImportId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO import (file_name, sha256, headers, state, data_rows, started_at)
     VALUES (?, ?, ?, 'applying', ?, ?)`,
    file.fileName,
    file.sha256,
    JSON.stringify(file.headers),
    file.dataRows,
    now,
  );
  const id = asId<ImportId>(lastInsertRowid);
  tx.note({ kind: 'import' });
  return id;
}

interface ImportRow extends ImportCounts {
  readonly id: ImportId;
  readonly file_name: string;
  readonly state: ImportState;
  readonly data_rows: number;
  readonly kept: number;
  readonly started_at: number;
  readonly ended_at: number | null;
}

const COLUMNS = `id, file_name, state, data_rows, created, updated, unchanged, skipped, rejected, kept,
  started_at, ended_at`;

export function findImport(db: Reader, id: ImportId): ContactImport | undefined {
  const row = db.prepare<ImportRow>(`SELECT ${COLUMNS} FROM import WHERE id = ?`).get(id);
  return row && toImport(row);
}

/** The newest first. */
export function listImports(db: Reader, limit: number): ContactImport[] {
  return db
    .prepare<ImportRow>(`SELECT ${COLUMNS} FROM import ORDER BY id DESC LIMIT ?`)
    .all(limit)
    .map(toImport);
}

/** Those that a crash broke off, the newest first: what came last must go first. */
export function unfinishedImports(
  db: Reader,
): { readonly id: ImportId; readonly state: ImportState }[] {
  return db
    .prepare<{ id: ImportId; state: ImportState }>(
      "SELECT id, state FROM import WHERE state IN ('applying', 'cancelling', 'undoing') ORDER BY id DESC",
    )
    .all();
}

function toImport(row: ImportRow): ContactImport {
  const { created, updated, unchanged, skipped, rejected } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    counts: { created, updated, unchanged, skipped, rejected },
    dataRows: row.data_rows,
    kept: row.kept,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

export function writeCounts(tx: WriteTx, id: ImportId, counts: ImportCounts): void {
  tx.run(
    `UPDATE import SET created = ?, updated = ?, unchanged = ?, skipped = ?, rejected = ? WHERE id = ?`,
    counts.created,
    counts.updated,
    counts.unchanged,
    counts.skipped,
    counts.rejected,
    id,
  );
  tx.note({ kind: 'import' });
}

/** @param endedAt null: it is still at work */
export function setImportState(
  tx: WriteTx,
  id: ImportId,
  state: ImportState,
  endedAt: number | null,
): void {
  tx.run('UPDATE import SET state = ?, ended_at = ? WHERE id = ?', state, endedAt, id);
  tx.note({ kind: 'import' });
}

export function addRejection(
  tx: WriteTx,
  id: ImportId,
  { row, value, reason }: RejectedRow,
  cells: readonly string[],
): void {
  tx.run(
    'INSERT INTO import_rejection (import_id, row, value, reason, cells) VALUES (?, ?, ?, ?, ?)',
    id,
    row,
    value,
    reason,
    JSON.stringify(cells),
  );
}

const texts = z.array(z.string());

/** In the order of the file, behind the row `after`. */
export function rejectionsOf(
  db: Reader,
  id: ImportId,
  after: number,
  limit: number,
): (RejectedRow & { readonly cells: readonly string[] })[] {
  return db
    .prepare<RejectedRow & { readonly cells: string }>(
      `SELECT row, value, reason, cells FROM import_rejection
       WHERE import_id = ? AND row > ? ORDER BY row LIMIT ?`,
    )
    .all(id, after, limit)
    .map((row) => ({ ...row, cells: texts.parse(parseJson(row.cells)) }));
}

/** The names of the file's columns. */
export function headersOf(db: Reader, id: ImportId): readonly string[] {
  const row = db.prepare<{ headers: string }>('SELECT headers FROM import WHERE id = ?').get(id);
  return row === undefined ? [] : texts.parse(parseJson(row.headers));
}

export function addKept(
  tx: WriteTx,
  id: ImportId,
  { row, phone, reason }: Omit<KeptPerson, 'name'>,
): void {
  const { changes } = tx.run(
    'INSERT OR IGNORE INTO import_kept (import_id, row, phone, reason) VALUES (?, ?, ?, ?)',
    id,
    row,
    phone,
    reason,
  );
  tx.run('UPDATE import SET kept = kept + ? WHERE id = ?', changes, id);
}

export function keptBy(db: Reader, id: ImportId, after: number, limit: number): KeptPerson[] {
  return db
    .prepare<KeptPerson>(
      `SELECT k.row, k.phone, k.reason,
         (SELECT c.name FROM contact_identity i JOIN contact c ON c.id = i.contact_id
          WHERE i.kind = 'phone' AND i.value = k.phone AND i.is_active = 1 LIMIT 1) AS name
       FROM import_kept k WHERE k.import_id = ? AND k.row > ? ORDER BY k.row LIMIT ?`,
    )
    .all(id, after, limit);
}
