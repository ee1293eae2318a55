import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { ContactId, CustomFieldId, ImportId, LabelId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import { FIELD_TYPES } from '#shared/models/contact-field.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Reader, WriteTx } from './store.ts';

const id = z.int().positive();
const flag = z.union([z.literal(0), z.literal(1)]);
const columns = z.object({
  name: z.string().nullable(),
  name_source: z.enum(['profile', 'phone_book', 'owner']),
  name_at: z.int(),
  email: z.string().nullable(),
  notes: z.string(),
  language: z.string().nullable(),
  opted_out: flag,
  created_at: z.int(),
  updated_at: z.int(),
});

const rowChange = z.object({
  /** Null: the import made this contact. */
  before: columns.nullable(),
  after: columns,
  /** Put on by the import. */
  labels: z.array(id.transform((value) => asId<LabelId>(value))),
  fields: z.array(
    z.object({
      id: id.transform((value) => asId<CustomFieldId>(value)),
      before: z.string().nullable(),
      after: z.string(),
    }),
  ),
  /** The line of the ledger by which the import opted this person out. */
  consentId: id.nullable(),
});

/** What one row of a file changed, before and after. */
export type RowChange = z.output<typeof rowChange>;

export interface JournalRow {
  readonly row: number;
  readonly contactId: ContactId;
  readonly phone: string;
  readonly change: RowChange;
}

export function addJournalRow(
  tx: WriteTx,
  importId: ImportId,
  { row, contactId, phone, change }: JournalRow,
): void {
  tx.run(
    'INSERT INTO import_row (import_id, row, contact_id, phone, change) VALUES (?, ?, ?, ?, ?)',
    importId,
    row,
    contactId,
    phone,
    JSON.stringify(change),
  );
}

/** The last of those that are left; undefined: all is taken back. */
export function lastJournalRow(db: Reader, importId: ImportId): JournalRow | undefined {
  const found = db
    .prepare<{ row: number; contact_id: ContactId; phone: string; change: string }>(
      `SELECT row, contact_id, phone, change FROM import_row WHERE import_id = ?
       ORDER BY row DESC LIMIT 1`,
    )
    .get(importId);
  return (
    found && {
      row: found.row,
      contactId: found.contact_id,
      phone: found.phone,
      change: rowChange.parse(parseJson(found.change)),
    }
  );
}

export function removeJournalRow(tx: WriteTx, importId: ImportId, row: number): void {
  tx.run('DELETE FROM import_row WHERE import_id = ? AND row = ?', importId, row);
}

/** Something an import made or changed besides contacts. */
export type Made =
  | { readonly kind: 'label'; readonly id: LabelId }
  | { readonly kind: 'field'; readonly id: CustomFieldId }
  /** A field whose type grew wider; `was`: what it had been. */
  | { readonly kind: 'field_type'; readonly id: CustomFieldId; readonly was: FieldType };

export function addMade(tx: WriteTx, importId: ImportId, made: Made): void {
  tx.run(
    'INSERT OR IGNORE INTO import_made (import_id, kind, id, was) VALUES (?, ?, ?, ?)',
    importId,
    made.kind,
    made.id,
    made.kind === 'field_type' ? made.was : null,
  );
}

export function takeMade(tx: WriteTx, importId: ImportId): Made[] {
  const rows = tx
    .prepare<{ kind: Made['kind']; id: number; was: string | null }>(
      'SELECT kind, id, was FROM import_made WHERE import_id = ?',
    )
    .all(importId);
  tx.run('DELETE FROM import_made WHERE import_id = ?', importId);
  return rows.map((row): Made => {
    switch (row.kind) {
      case 'label':
        return { kind: 'label', id: asId<LabelId>(row.id) };
      case 'field':
        return { kind: 'field', id: asId<CustomFieldId>(row.id) };
      case 'field_type': {
        const was = z.enum(FIELD_TYPES).parse(row.was);
        return { kind: 'field_type', id: asId<CustomFieldId>(row.id), was };
      }
      default:
        return unreachable(row.kind);
    }
  });
}
