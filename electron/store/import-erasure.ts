import { z } from 'zod';
import type { ContactId, ImportId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Reader, WriteTx } from './store.ts';

/** A row of an import's books, and where the next one is looked for. */
export interface BookPlace {
  readonly importId: ImportId;
  readonly row: number;
}

const texts = z.array(z.string());

export interface RefusedRow extends BookPlace {
  readonly value: string;
  readonly reason: string;
  readonly cells: readonly string[];
}

/** Refused rows behind a place, over all imports. */
export function refusedRows(db: Reader, { importId, row }: BookPlace, limit: number): RefusedRow[] {
  return db
    .prepare<Omit<RefusedRow, 'cells'> & { readonly cells: string }>(
      `SELECT import_id AS importId, row, value, reason, cells FROM import_rejection
       WHERE (import_id, row) > (?, ?) ORDER BY import_id, row LIMIT ?`,
    )
    .all(importId, row, limit)
    .map((found) => ({ ...found, cells: texts.parse(parseJson(found.cells)) }));
}

/** The row stays counted, but nothing says any more whom it was about. */
export function blankRefusedRow(tx: WriteTx, { importId, row }: BookPlace, reason: string): void {
  tx.run(
    `UPDATE import_rejection SET value = '', reason = ?, cells = '[]' WHERE import_id = ? AND row = ?`,
    reason,
    importId,
    row,
  );
}

/**
 * Takes what imports changed of people out of their journals, so that an undo leaves them out.
 *
 * @returns where the next portion begins; undefined: that was the last one
 */
export function forgetJournalRows(
  tx: WriteTx,
  people: { readonly contactIds: readonly ContactId[]; readonly phones: readonly string[] },
  { importId, row }: BookPlace,
  limit: number,
): BookPlace | undefined {
  const portion = tx
    .prepare<BookPlace & { readonly contactId: ContactId; readonly phone: string }>(
      `SELECT import_id AS importId, row, contact_id AS contactId, phone FROM import_row
       WHERE (import_id, row) > (?, ?) ORDER BY import_id, row LIMIT ?`,
    )
    .all(importId, row, limit);
  const ids = new Set(people.contactIds);
  const phones = new Set(people.phones);
  for (const each of portion) {
    if (!ids.has(each.contactId) && !phones.has(each.phone)) continue;
    tx.run('DELETE FROM import_row WHERE import_id = ? AND row = ?', each.importId, each.row);
  }
  return portion.length < limit ? undefined : portion.at(-1);
}

/** Takes a person out of those whom undoing an import had left as they were. */
export function forgetKept(tx: WriteTx, phones: readonly string[]): void {
  const list = JSON.stringify(phones);
  tx.run(
    `UPDATE import SET kept = kept - (SELECT count(*) FROM import_kept k WHERE k.import_id = import.id
       AND k.phone IN (SELECT value FROM json_each(?)))`,
    list,
  );
  tx.run('DELETE FROM import_kept WHERE phone IN (SELECT value FROM json_each(?))', list);
}

/** A file without names of columns may have been taken for one whose first row has them. */
export function forgetHeaders(tx: WriteTx, isAboutPerson: (header: string) => boolean): void {
  const imports = tx
    .prepare<{ id: ImportId; headers: string }>('SELECT id, headers FROM import')
    .all();
  for (const { id, headers } of imports) {
    const names = texts.parse(parseJson(headers));
    if (!names.some(isAboutPerson)) continue;
    const left = names.map((name) => (isAboutPerson(name) ? '' : name));
    tx.run('UPDATE import SET headers = ? WHERE id = ?', JSON.stringify(left), id);
    tx.run('DELETE FROM import_mapping WHERE headers = ?', headers);
  }
}
