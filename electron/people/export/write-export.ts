import { open, rename, rm } from 'node:fs/promises';
import writeXlsxFile from 'write-excel-file/node';
import type { ExportChoice, ExportFormat } from '#shared/models/contact-export.ts';
import { exportPage } from '../../store/contact-export.ts';
import type { ExportedContact } from '../../store/contact-export.ts';
import { fieldValues, listFields } from '../../store/custom-fields.ts';
import type { CustomField } from '../../store/custom-fields.ts';
import type { Reader } from '../../store/store.ts';
import { CSV_MARK, csvLine } from '../csv-line.ts';
import { guarded } from '../formula-guard.ts';

export interface ExportRequest {
  readonly path: string;
  readonly format: ExportFormat;
  readonly choice: ExportChoice;
}

const PAGE = 500;

/** What an import knows again, in any language. */
const HEADERS = ['phone', 'name', 'email', 'labels', 'notes', 'language', 'opted_out'] as const;

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

async function writeCsv(db: Reader, { choice }: ExportRequest, path: string): Promise<number> {
  const fields = listFields(db);
  const file = await open(path, 'w');
  let written = 0;
  try {
    await file.write(CSV_MARK + csvLine(headers(fields).map(guarded)));
    for (const page of pages(db, choice)) {
      const lines = page.map((contact) => csvLine(cells(db, contact, fields).map(guarded)));
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
async function writeXlsx(db: Reader, { choice }: ExportRequest, path: string): Promise<number> {
  const fields = listFields(db);
  const rows = [headers(fields)];
  for (const page of pages(db, choice)) {
    rows.push(...page.map((contact) => cells(db, contact, fields)));
  }
  const sheet = rows.map((row) => row.map(asText));
  await writeXlsxFile(sheet, { sheet: 'Contacts' }).toFile(path);
  return rows.length - 1;
}

function asText(text: string): { readonly value: string; readonly type: StringConstructor } {
  return { value: text.startsWith("'") ? guarded(text) : text, type: String };
}

function* pages(db: Reader, choice: ExportChoice): Generator<readonly ExportedContact[]> {
  for (let after = 0; ;) {
    const page = exportPage(db, choice, after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}

function headers(fields: readonly CustomField[]): string[] {
  return [...HEADERS, ...fields.map(({ name }) => name)];
}

function cells(db: Reader, contact: ExportedContact, fields: readonly CustomField[]): string[] {
  const values = fields.length === 0 ? undefined : fieldValues(db, contact.id);
  return [
    contact.phone,
    contact.name ?? '',
    contact.email ?? '',
    contact.labels ?? '',
    contact.notes,
    contact.language ?? '',
    contact.opted_out === 1 ? 'yes' : 'no',
    ...fields.map(({ id }) => values?.get(id) ?? ''),
  ];
}
