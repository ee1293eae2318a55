import readXlsxFile from 'read-excel-file/node';
import type { Cell } from './sheet.ts';

export type Workbook = readonly {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}[];

/** The library's answer in our own types; it types a date cell as the constructor of dates. */
export async function readXlsx(bytes: Buffer): Promise<Workbook> {
  const sheets = await readXlsxFile(bytes, { trim: false });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(asCell)),
  }));
}

function asCell(value: unknown): Cell {
  if (value instanceof Date) return value;
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}
