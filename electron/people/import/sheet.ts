/**
 * A list of 100,000 people has some 20 MB. It stands here because the core asks for it, and what
 * reads such files, some 50 MB of libraries, belongs to the thread that does so.
 */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** One cell as the file has it: text files know text only. Null: nothing is in it. */
export type Cell = string | number | boolean | Date | null;

export interface SheetRow {
  /** As the spreadsheet counts: from 1, blank rows and the header included. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Why nothing can be read out of this row. */
  readonly problem?: string;
}

/** A table in a file, whatever the format. */
export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  /** Of a text file. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Of a workbook: the sheet that is read, and all there are. */
  readonly name: string | null;
  readonly names: readonly string[];
  /** From the first row, in slices; can be asked for more than once. */
  rows(): AsyncIterable<readonly SheetRow[]>;
}

/** Rows that are worked on at once, between two looks at what else there is to do. */
export const SLICE_ROWS = 200;

export function isBlank({ cells, problem }: SheetRow): boolean {
  return problem === undefined && cells.every((cell) => cellText(cell) === '');
}

/** What a person sees in the cell, without what can't be seen. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'number') return numberText(cell);
  return String(cell).replaceAll('\0', '').trim();
}

/** Excel keeps days and times as one number; a day alone has no time. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

/** All digits, where JavaScript would write 1e21. */
function numberText(number: number): string {
  if (!Number.isFinite(number)) return '';
  return Number.isInteger(number) ? BigInt(number).toString() : String(number);
}
