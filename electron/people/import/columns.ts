import type { ColumnTarget, KnownTarget } from '#shared/models/contact-import.ts';
import { looksLikePhone } from './find-header.ts';
import type { Header } from './find-header.ts';
import { knownHeader } from './known-headers.ts';
import { cellText } from './sheet.ts';
import type { SheetRow } from './sheet.ts';

export interface Column {
  readonly header: string;
  readonly target: ColumnTarget;
}

/** A name that a person can still read at the head of a column. */
const MAX_FIELD_NAME = 60;

/** Several columns may hold numbers or labels; of the rest a person has one. */
const REPEATABLE: ReadonlySet<KnownTarget> = new Set(['phone', 'labels']);

/**
 * What each column means by its name, or by what stands in it where the name says nothing.
 *
 * @param rows the first data rows
 */
export function mapColumns(header: Header, rows: readonly SheetRow[]): readonly Column[] {
  const names = distinct(header.names.map((name, index) => name || `Column ${letters(index)}`));
  const taken = new Set<KnownTarget>();
  const columns = names.map((name, index): Column => {
    const known = knownHeader(header.names[index] ?? '');
    if (known === undefined || (taken.has(known.target) && !REPEATABLE.has(known.target))) {
      return { header: name, target: asField(name) };
    }
    taken.add(known.target);
    return { header: name, target: { to: known.target } };
  });
  return taken.has('phone') ? columns : guessByContent(columns, rows, header.row === null);
}

function asField(name: string): ColumnTarget {
  return { to: 'field', field: name.slice(0, MAX_FIELD_NAME) };
}

/** The column with the most numbers in it holds them; without any header, other columns show too what they are. */
function guessByContent(
  columns: readonly Column[],
  rows: readonly SheetRow[],
  withoutHeader: boolean,
): readonly Column[] {
  const phone = fullest(columns, rows, looksLikePhone);
  const email = withoutHeader ? fullest(columns, rows, (text) => text.includes('@')) : -1;
  const name = withoutHeader
    ? columns.findIndex((_, index) => index !== phone && index !== email && hasWords(rows, index))
    : -1;
  return columns.map((column, index): Column => {
    if (index === phone) return { ...column, target: { to: 'phone' } };
    if (index === email) return { ...column, target: { to: 'email' } };
    if (index === name) return { ...column, target: { to: 'name' } };
    return column;
  });
}

function fullest(
  columns: readonly Column[],
  rows: readonly SheetRow[],
  fits: (text: string) => boolean,
): number {
  const counts = columns.map(
    ({ target }, index) =>
      (target.to === 'field' ? 1 : 0) *
      rows.filter(({ cells }) => fits(cellText(cells[index]))).length,
  );
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

function hasWords(rows: readonly SheetRow[], index: number): boolean {
  return rows.some(({ cells }) => /\p{L}{2}/u.test(cellText(cells[index])));
}

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = name.toLowerCase();
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? name : `${name} ${times}`;
  });
}

/** As spreadsheets call their columns: A to Z, then AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** The columns of a file, and which of them may hold the number to write to, the surest first. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly phones: readonly number[];
}

export function layoutOf(columns: readonly Column[]): Layout {
  const rank = (index: number): number => knownHeader(columns[index]?.header ?? '')?.rank ?? 0;
  const phones = columns
    .flatMap(({ target }, index) => (target.to === 'phone' ? [index] : []))
    .toSorted((a, b) => rank(a) - rank(b));
  return { columns, phones };
}
