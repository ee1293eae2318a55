import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { CountryCode } from 'libphonenumber-js/max';
import { FrontdeskError } from '#shared/errors.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import type { ImportFile, ImportReading, TopRow } from '#shared/models/contact-import.ts';
import { layoutOf, mapColumns } from './columns.ts';
import type { Column, Layout } from './columns.ts';
import { typeWith } from './field-type.ts';
import { findHeader, headerAt } from './find-header.ts';
import type { Header } from './find-header.ts';
import { judgeRow, phoneKey } from './judge-row.ts';
import type { JudgedRow, OptOut } from './judge-row.ts';
import { openSheet } from './open-sheet.ts';
import { cellText, isBlank, MAX_FILE_BYTES, SLICE_ROWS } from './sheet.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** What a file holds, before anything is decided about it. */
export interface FileFacts extends Omit<
  ImportFile,
  'columns' | 'isMappingRemembered' | 'name' | 'fields'
> {
  readonly columns: readonly (Column & {
    readonly sample: readonly string[];
    readonly type: FieldType;
  })[];
}

export interface ReadableFile {
  readonly facts: FileFacts;
  judge(
    columns: readonly Column[],
    country: CountryCode | null,
  ): AsyncIterable<readonly JudgedRow[]>;
}

const MAX_COLUMNS = 200;
const SAMPLES = 5;
const MAX_SAMPLE = 80;
/** What is shown of the top of a file. */
const TOP_ROWS = 12;
const TOP_CELLS = 12;

/** Looks at all of a file once. Throws FrontdeskError `bad_input`, or `not_found`. */
export async function readableFile(path: string, reading: ImportReading): Promise<ReadableFile> {
  const { sheet, sha256 } = await openBytes(path, reading);
  const first = await firstRows(sheet);
  const header = headerOf(first, reading.headerRow);
  const facts = { ...(await look(sheet, header)), top: topOf(first), sha256 };
  return {
    facts,
    judge: (columns, country) => judgeAll(sheet, header, layoutOf(columns), country),
  };
}

/** Apart, so that the file as it was is let go of as soon as its table is there. */
async function openBytes(
  path: string,
  reading: ImportReading,
): Promise<{ readonly sheet: Sheet; readonly sha256: string }> {
  const bytes = await readBytes(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sheet: await openSheet(bytes, reading), sha256 };
}

function headerOf(rows: readonly SheetRow[], told: number | null): Header {
  if (told === null) return findHeader(rows);
  const header = headerAt(rows, told);
  if (header !== undefined) return header;
  throw new FrontdeskError(
    'bad_input',
    `There is nothing in row ${told} that could name the columns. Choose one of the first rows.`,
  );
}

function topOf(rows: readonly SheetRow[]): readonly TopRow[] {
  return rows.slice(0, TOP_ROWS).map(({ number, cells }) => ({
    row: number,
    cells: cells.slice(0, TOP_CELLS).map((cell) => cellText(cell).slice(0, MAX_SAMPLE)),
  }));
}

async function readBytes(path: string): Promise<Buffer> {
  const size = await sizeOf(path);
  if (size > MAX_FILE_BYTES) {
    throw new FrontdeskError(
      'bad_input',
      `This file has ${Math.round(size / 1024 / 1024)} MB; lists of contacts of up to ${MAX_FILE_BYTES / 1024 / 1024} MB can be read. Split it.`,
    );
  }
  return await readFile(path);
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch {
    // Whatever keeps it from being looked at, it can't be read either.
  }
  throw new FrontdeskError('not_found', `There is no file ${path} that can be read.`);
}

async function firstRows(sheet: Sheet): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const slice of sheet.rows()) {
    rows.push(...slice.slice(0, SLICE_ROWS));
    if (rows.length >= SLICE_ROWS) break;
  }
  return rows;
}

async function look(sheet: Sheet, header: Header): Promise<Omit<FileFacts, 'sha256' | 'top'>> {
  const first: SheetRow[] = [];
  const types: (FieldType | undefined)[] = [];
  let dataRows = 0;
  for await (const rows of dataOf(sheet, header)) {
    dataRows += rows.length;
    if (first.length < SLICE_ROWS) first.push(...rows.slice(0, SLICE_ROWS));
    for (const { cells } of rows) {
      for (const [index] of header.names.entries()) {
        types[index] = typeWith(types[index], cells[index]);
      }
    }
  }
  if (header.names.length > MAX_COLUMNS) {
    throw new FrontdeskError(
      'bad_input',
      `This file has ${header.names.length} columns. Keep the ones that say something about a contact, at most ${MAX_COLUMNS}.`,
    );
  }
  const columns = mapColumns(header, first).map((column, index) => ({
    ...column,
    type: types[index] ?? 'text',
    sample: first
      .map(({ cells }) => cellText(cells[index]).slice(0, MAX_SAMPLE))
      .filter((text) => text !== '')
      .slice(0, SAMPLES),
  }));
  return {
    format: sheet.format,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    sheet: sheet.name,
    sheets: sheet.names,
    headerRow: header.row,
    columns,
    dataRows,
  };
}

/** Rows below the header that have something in them. */
async function* dataOf(sheet: Sheet, header: Header): AsyncGenerator<readonly SheetRow[]> {
  for await (const slice of sheet.rows()) {
    yield slice.filter((row) => row.number > (header.row ?? 0) && !isBlank(row));
  }
}

async function* judgeAll(
  sheet: Sheet,
  header: Header,
  layout: Layout,
  country: CountryCode | null,
): AsyncGenerator<readonly JudgedRow[]> {
  const optOuts = await findOptOuts(sheet, header, layout, country);
  for await (const rows of dataOf(sheet, header)) {
    for (let start = 0; start < rows.length; start += SLICE_ROWS) {
      yield rows.slice(start, start + SLICE_ROWS).map((row) => {
        const judged = judgeRow(row, layout, country);
        if (judged.kind === 'rejected') return judged;
        const optOut = optOuts.get(phoneKey(judged.person.phone)) ?? null;
        return { ...judged, person: { ...judged.person, optOut } };
      });
    }
  }
}

/**
 * Who is opted out anywhere in the file. Somebody may stand in it twice, and only the first row
 * counts, but a “yes” in any of them does.
 */
async function findOptOuts(
  sheet: Sheet,
  header: Header,
  layout: Layout,
  country: CountryCode | null,
): Promise<ReadonlyMap<string, OptOut>> {
  const found = new Map<string, OptOut>();
  if (!layout.columns.some(({ target }) => target.to === 'opted_out')) return found;
  for await (const rows of dataOf(sheet, header)) {
    for (const row of rows) {
      const judged = judgeRow(row, layout, country);
      if (judged.kind === 'rejected' || judged.person.optOut === null) continue;
      const key = phoneKey(judged.person.phone);
      if (!found.has(key)) found.set(key, judged.person.optOut);
    }
  }
  return found;
}
