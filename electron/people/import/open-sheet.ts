import { FrontdeskError } from '#shared/errors.ts';
import type { ImportReading } from '#shared/models/contact-import.ts';
import { csvRows } from './csv-rows.ts';
import { findDelimiter } from './delimiter.ts';
import { decodeText } from './encoding.ts';
import { findHeader } from './find-header.ts';
import { isBlank, SLICE_ROWS } from './sheet.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';
import { readWorkbook } from './xlsx-sheets.ts';

/**
 * Opens what is in a file by looking at it, or as the owner says; its name says nothing. Throws
 * FrontdeskError `bad_input`.
 */
export async function openSheet(bytes: Buffer, reading: ImportReading): Promise<Sheet> {
  if (bytes.length === 0)
    throw new FrontdeskError(
      'bad_input',
      'This file is empty. Open the list in the program that it comes from, and save it once more.',
    );
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return openWorkbook(bytes, reading.sheet);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new FrontdeskError(
      'bad_input',
      'This is a workbook in the old XLS format, or one with a password. Save it as XLSX or CSV without a password and take that file.',
    );
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw new FrontdeskError(
      'bad_input',
      'This is a PDF. Export the list as CSV or XLSX and take that file.',
    );
  }
  return openText(bytes, reading);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function openText(bytes: Uint8Array, reading: ImportReading): Sheet {
  const { utf8, encoding } = decodeText(bytes, reading.encoding);
  const { delimiter, start } = findDelimiter(utf8, reading.delimiter);
  const table = utf8.subarray(start);
  return {
    format: 'csv',
    encoding,
    delimiter,
    name: null,
    names: [],
    rows: () => csvRows(table, delimiter),
  };
}

async function openWorkbook(bytes: Buffer, wanted: string | null): Promise<Sheet> {
  const workbook = (await readWorkbook(bytes)).map(({ name, rows }) => ({
    name,
    rows: rows.map((cells, index): SheetRow => ({ number: index + 1, cells: present(cells) })),
  }));
  const names = workbook.map(({ name }) => name);
  const filled = workbook.filter(({ rows }) => rows.some((row) => !isBlank(row)));
  const chosen =
    wanted === null
      ? (filled.find(({ rows }) => findHeader(rows.slice(0, SLICE_ROWS)).hasPhone) ?? filled[0])
      : workbook.find(({ name }) => name === wanted);
  if (chosen === undefined) {
    throw new FrontdeskError(
      'bad_input',
      wanted === null
        ? 'There is nothing in this workbook.'
        : `This workbook has no sheet “${wanted}”. It has: ${names.join(', ')}.`,
    );
  }
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    name: chosen.name,
    names,
    rows: () => inSlices(chosen.rows),
  };
}

/** Without the empty cells at the end that formatting leaves behind. */
function present(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex((cell) => cell !== null && cell !== '');
  return cells.slice(0, last + 1);
}

async function* inSlices(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  for (let start = 0; start < rows.length; start += SLICE_ROWS) {
    yield await Promise.resolve(rows.slice(start, start + SLICE_ROWS));
  }
}
