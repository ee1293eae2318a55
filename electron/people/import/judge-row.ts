import type { CountryCode } from 'libphonenumber-js/max';
import type { DamagedCell, KnownTarget, RejectedRow } from '#shared/models/contact-import.ts';
import { unguarded } from '../formula-guard.ts';
import { phoneVariants } from '#shared/phone-variants.ts';
import type { Column, Layout } from './columns.ts';
import {
  judgeEmail,
  judgeField,
  judgeLabels,
  judgeLanguage,
  judgeName,
  judgeNotes,
  judgeOptedOut,
} from './judge-cells.ts';
import type { Judged } from './judge-cells.ts';
import { isShortened, judgePhone } from './phone-cell.ts';
import type { JudgedPhone } from './phone-cell.ts';
import { cellText } from './sheet.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** Where a file says that somebody wants no advertising. */
export interface OptOut {
  readonly row: number;
  readonly value: string;
}

/** What one row says about a person. Null: nothing. */
export interface SheetPerson {
  readonly row: number;
  /** E.164 with `+`. */
  readonly phone: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly labels: readonly string[];
  readonly notes: string | null;
  readonly language: string | null;
  readonly optOut: OptOut | null;
  /** Custom fields that have a value. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export type JudgedRow =
  | {
      readonly kind: 'person';
      readonly person: SheetPerson;
      readonly damage: readonly DamagedCell[];
    }
  | ({
      readonly kind: 'rejected';
      readonly cells: readonly string[];
      /** Not the writer of the list is to blame, but the program that saved it. */
      readonly isDamaged: boolean;
    } & RejectedRow);

/** Longer than any text a person writes about another. */
const MAX_CELL = 32_767;
const MAX_SHOWN = 120;
const MAX_KEPT = 1_000;

/** Reads one row, or says which of its cells can't be read and why. */
export function judgeRow(row: SheetRow, layout: Layout, country: CountryCode | null): JudgedRow {
  if (row.problem !== undefined) return rejected(row, cellText(row.cells[0]), row.problem);
  const huge = row.cells.find((cell) => cellText(cell).length > MAX_CELL);
  if (huge !== undefined) {
    const length = cellText(huge).length.toLocaleString('en');
    return rejected(
      row,
      cellText(huge),
      `One cell of this row has ${length} letters, which no list of contacts needs. A quotation mark may be missing.`,
    );
  }
  const beyond = row.cells
    .slice(layout.columns.length)
    .map(cellText)
    .find((text) => text !== '');
  if (beyond !== undefined) {
    return rejected(
      row,
      beyond,
      `This row has more cells than there are columns. A text with the separator in it may lack its quotation marks.`,
    );
  }
  return judgeCells(row, layout, country);
}

function judgeCells(
  row: SheetRow,
  { columns, phones }: Layout,
  country: CountryCode | null,
): JudgedRow {
  const cell = phoneCell(row, phones);
  const phone = judgePhone(cell.value, country);
  if (!phone.ok) return rejected(row, cellText(cell.value), phone.reason, phone.isDamaged);
  const text = (target: KnownTarget): string => textOf(row, columns, target);
  const name = judgeName(text('name') || `${text('first_name')} ${text('last_name')}`.trim());
  const email = judgeEmail(text('email'));
  const labels = judgeLabels(text('labels'));
  const notes = judgeNotes(text('notes'));
  const language = judgeLanguage(text('language'));
  const optedOut = judgeOptedOut(text('opted_out'));
  if (!name.ok) return rejected(row, text('name'), name.reason);
  if (!email.ok) return rejected(row, text('email'), email.reason);
  if (!labels.ok) return rejected(row, text('labels'), labels.reason);
  if (!notes.ok) return rejected(row, text('notes'), notes.reason);
  if (!language.ok) return rejected(row, text('language'), language.reason);
  if (!optedOut.ok) return rejected(row, text('opted_out'), optedOut.reason);
  const fields = judgeFields(row, columns, cell.index);
  if (!fields.ok) return rejected(row, '', fields.reason);
  return {
    kind: 'person',
    person: {
      row: row.number,
      phone: phone.phone,
      name: name.value,
      email: email.value,
      labels: labels.value,
      notes: notes.value,
      language: language.value,
      optOut: optedOut.value ? { row: row.number, value: text('opted_out') } : null,
      fields: fields.value,
    },
    damage: [...repairedPhone(cell, columns, phone), ...shortenedCells(row, columns, cell.index)],
  };
}

function repairedPhone(
  { index, value }: PhoneCell,
  columns: readonly Column[],
  { phone, repair }: Extract<JudgedPhone, { readonly ok: true }>,
): DamagedCell[] {
  if (repair === null) return [];
  const from = cellText(value).slice(0, MAX_SHOWN);
  return [{ column: columns[index]?.header ?? '', from, to: phone, reason: repair }];
}

/** A long number in any other column has lost its end just as a phone number has. */
function shortenedCells(
  { cells }: SheetRow,
  columns: readonly Column[],
  phoneIndex: number,
): DamagedCell[] {
  return columns.flatMap(({ header, target }, index): DamagedCell[] => {
    const text = cellText(cells[index]);
    if (index === phoneIndex || target.to === 'nothing' || !isShortened(text)) return [];
    const reason =
      'Excel shortened this number, and its last digits are lost. It goes in as it is.';
    return [{ column: header, from: text, to: null, reason }];
  });
}

interface PhoneCell {
  readonly index: number;
  readonly value: Cell;
}

/** The surest phone that the row has. */
function phoneCell({ cells }: SheetRow, phones: readonly number[]): PhoneCell {
  const index = phones.find((each) => cellText(cells[each]) !== '') ?? phones[0] ?? -1;
  return { index, value: cells[index] ?? null };
}

function textOf({ cells }: SheetRow, columns: readonly Column[], target: KnownTarget): string {
  return columns
    .flatMap((column, index) => (column.target.to === target ? [plain(cells[index])] : []))
    .filter((text) => text !== '')
    .join(target === 'labels' ? ',' : ' ');
}

function plain(cell: Cell | undefined): string {
  return cell === undefined ? '' : unguarded(cellText(cell)).trim();
}

function judgeFields(
  { cells }: SheetRow,
  columns: readonly Column[],
  phoneIndex: number,
): Judged<SheetPerson['fields']> {
  const fields: { name: string; value: string }[] = [];
  for (const [index, { header, target }] of columns.entries()) {
    // A second number of somebody is worth keeping, though nothing is sent to it.
    const name = target.to === 'field' ? target.field : target.to === 'phone' ? header : undefined;
    if (name === undefined || index === phoneIndex) continue;
    const judged = judgeField(name, plain(cells[index]));
    if (!judged.ok) return judged;
    if (judged.value !== null) fields.push({ name, value: judged.value });
  }
  return { ok: true, value: fields };
}

function rejected(
  { number, cells }: SheetRow,
  value: string,
  reason: string,
  isDamaged = false,
): JudgedRow {
  return {
    kind: 'rejected',
    row: number,
    value: value.slice(0, MAX_SHOWN),
    reason,
    isDamaged,
    cells: cells.slice(0, 200).map((cell) => cellText(cell).slice(0, MAX_KEPT)),
  };
}

/** Under which two numbers are one person's. */
export function phoneKey(phone: string): string {
  return phoneVariants(phone).toSorted()[0] ?? phone;
}
