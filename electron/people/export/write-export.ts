import { open, rename, rm } from 'node:fs/promises';
import writeXlsxFile from 'write-excel-file/node';
import { EXPORT_COLUMNS } from '#shared/models/contact-export.ts';
import type { ExportChoice, ExportColumn, ExportFormat } from '#shared/models/contact-export.ts';
import { systemClock } from '../../clock.ts';
import { exportPage } from '../../store/contact-export.ts';
import type { ExportedContact } from '../../store/contact-export.ts';
import { fieldValues, listFields } from '../../store/custom-fields.ts';
import type { Reader } from '../../store/store.ts';
import { CSV_MARK, csvLine } from '../csv-line.ts';
import { guarded } from '../formula-guard.ts';

export interface ExportRequest {
  readonly path: string;
  readonly format: ExportFormat;
  readonly choice: ExportChoice;
  /** In this order; null: all there are. */
  readonly columns: readonly ExportColumn[] | null;
}

const PAGE = 500;

/**
 * Writes a spreadsheet that an import reads back without any change. The file appears under its name
 * when it is whole. Answers how many contacts are in it.
 */
export async function writeExport(db: Reader, request: ExportRequest): Promise<number> {
  const { path, format } = request;
  const unfinished = `${path}.part`;
  try {
    const written =
      format === 'csv'
        ? await writeCsv(db, request, unfinished)
        : await writeXlsx(db, request, unfinished);
    await rename(unfinished, path);
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeCsv(
  db: Reader,
  { choice, columns: wanted }: ExportRequest,
  path: string,
): Promise<number> {
  const columns = columnsOf(db, wanted);
  const file = await open(path, 'w');
  let written = 0;
  try {
    await file.write(CSV_MARK + csvLine(columns.map(({ header }) => guarded(header))));
    for (const page of pages(db, choice)) {
      const lines = page.map((contact) => csvLine(cells(db, contact, columns).map(guarded)));
      await file.write(lines.join(''));
      written += page.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return written;
}

/**
 * Every cell is text by its type, which no program takes for a formula. Only what looks guarded
 * already gets one more apostrophe, because reading it back takes one away.
 */
async function writeXlsx(
  db: Reader,
  { choice, columns: wanted }: ExportRequest,
  path: string,
): Promise<number> {
  const columns = columnsOf(db, wanted);
  const rows = [columns.map(({ header }) => header)];
  for (const page of pages(db, choice)) {
    rows.push(...page.map((contact) => cells(db, contact, columns)));
  }
  const sheet = rows.map((row) => row.map(asText));
  await writeXlsxFile(sheet, { sheet: 'Contacts' }).toFile(path);
  return rows.length - 1;
}

function asText(text: string): { readonly value: string; readonly type: StringConstructor } {
  return { value: text.startsWith("'") ? guarded(text) : text, type: String };
}

function* pages(db: Reader, choice: ExportChoice): Generator<readonly ExportedContact[]> {
  const now = systemClock();
  for (let after = 0; ;) {
    const page = exportPage(db, choice, { after, limit: PAGE, now });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}

interface Column {
  readonly header: string;
  readonly source: ExportColumn;
}

/** A custom field that is gone by now has no column. */
function columnsOf(db: Reader, wanted: readonly ExportColumn[] | null): readonly Column[] {
  const fields = listFields(db);
  const all: readonly ExportColumn[] = [...EXPORT_COLUMNS, ...fields.map(({ id }) => id)];
  const names = new Map<ExportColumn, string>(fields.map(({ id, name }) => [id, name]));
  for (const name of EXPORT_COLUMNS) names.set(name, name);
  return (wanted ?? all).flatMap((source) => {
    const header = names.get(source);
    return header === undefined ? [] : [{ header, source }];
  });
}

function cells(db: Reader, contact: ExportedContact, columns: readonly Column[]): string[] {
  const hasFields = columns.some(({ source }) => typeof source === 'number');
  const values = hasFields ? fieldValues(db, contact.id) : undefined;
  return columns.map(({ source }) => {
    if (typeof source === 'number') return values?.get(source) ?? '';
    if (source === 'opted_out') return contact.opted_out === 1 ? 'yes' : 'no';
    return contact[source] ?? '';
  });
}
