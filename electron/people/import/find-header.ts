import { unguarded } from '../formula-guard.ts';
import { knownHeader } from './known-headers.ts';
import { cellText, isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';

export interface Header {
  /** Null: the file begins with its data. */
  readonly row: number | null;
  /** One for each column; empty where the file has no name for it. */
  readonly names: readonly string[];
  /** A column is called as phone numbers are. */
  readonly hasPhone: boolean;
}

/** A title and a remark may stand above a table, but no more than this. */
const ROWS_ABOVE = 40;

/**
 * Finds the row that names the columns: the first that names one for phone numbers, else the first
 * with two names that are known, else the first row of all, unless there are numbers in it already.
 *
 * @param rows the first of the file
 */
export function findHeader(rows: readonly SheetRow[]): Header {
  const candidates = rows.filter((row) => !isBlank(row)).slice(0, ROWS_ABOVE);
  const withPhone = candidates.find((row) => isHeader(row) && targets(row).includes('phone'));
  if (withPhone !== undefined) return headerOf(withPhone, true);
  const wellKnown = candidates.find((row) => isHeader(row) && targets(row).length > 1);
  if (wellKnown !== undefined) return headerOf(wellKnown, false);
  const [first] = candidates;
  if (first !== undefined && candidates.length > 1 && isHeader(first))
    return headerOf(first, false);
  return noHeader(candidates);
}

/**
 * The header where the owner says that it is.
 *
 * @param row as the spreadsheet counts; 0: there is none
 * @returns undefined when there is nothing in that row
 */
export function headerAt(rows: readonly SheetRow[], row: number): Header | undefined {
  if (row === 0) return noHeader(rows);
  const found = rows.find((each) => each.number === row);
  if (found === undefined || isBlank(found)) return undefined;
  return headerOf(found, targets(found).includes('phone'));
}

function noHeader(rows: readonly SheetRow[]): Header {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return { row: null, names: Array.from({ length: width }, () => ''), hasPhone: false };
}

function headerOf({ number, cells }: SheetRow, hasPhone: boolean): Header {
  return { row: number, names: cells.map((cell) => unguarded(cellText(cell))), hasPhone };
}

/** Names have no digits to speak of and no addresses. */
function isHeader({ cells, problem }: SheetRow): boolean {
  return problem === undefined && cells.map(cellText).every((text) => !looksLikeData(text));
}

function looksLikeData(text: string): boolean {
  return looksLikePhone(text) || /^\S+@\S+\.\S+$/.test(text);
}

/** Seven digits at least, and hardly anything else. */
export function looksLikePhone(text: string): boolean {
  const digits = text.normalize('NFKC').replaceAll(/\P{Nd}/gu, '').length;
  if (/^[+-]?\d+[.,]?\d*e\+?\d+$/i.test(text)) return true;
  return digits >= 7 && digits <= 20 && digits >= text.length / 2;
}

function targets({ cells }: SheetRow): readonly string[] {
  return cells.flatMap((cell) => knownHeader(cellText(cell))?.target ?? []);
}
