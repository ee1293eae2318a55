import { setImmediate as breathe } from 'node:timers/promises';
import { asId } from '#shared/ids.ts';
import type { ContactId, ImportId } from '#shared/ids.ts';
import {
  blankRefusedRow,
  forgetHeaders,
  forgetJournalRows,
  forgetKept,
  refusedRows,
} from '../store/import-erasure.ts';
import type { BookPlace } from '../store/import-erasure.ts';
import type { Store } from '../store/store.ts';

/** By what people are found in lists that others wrote. */
export interface Traces {
  readonly contactIds: readonly ContactId[];
  /** E.164 with `+`. */
  readonly phones: readonly string[];
  /** Names, addresses, and whatever else they are called. */
  readonly names: readonly string[];
}

const START: BookPlace = { importId: asId<ImportId>(0), row: 0 };
/** Each is compared with everybody who is deleted. */
const ROWS_AT_ONCE = 100;
const BLANKED = 'This row was about a person who has been deleted since.';

/**
 * Takes people out of what imports remember: what was changed of them, so that an undo leaves them
 * out, whom an undo kept, and rows that were refused, in whatever writing their number stood there.
 */
export async function forgetInImports(store: Store, people: Traces): Promise<void> {
  for (let place: BookPlace | undefined = START; place !== undefined;) {
    const from: BookPlace = place;
    place = store.write((tx) => forgetJournalRows(tx, people, from, ROWS_AT_ONCE));
    // oxlint-disable-next-line no-await-in-loop -- others get their turn in between
    await breathe();
  }
  for (let place: BookPlace | undefined = START; place !== undefined;) {
    const rows = refusedRows(store, place, ROWS_AT_ONCE);
    const about = rows.filter(({ value, reason, cells }) =>
      isAbout(people, [value, ...cells, reason]),
    );
    if (about.length > 0) {
      store.write((tx) => {
        for (const row of about) blankRefusedRow(tx, row, BLANKED);
      });
    }
    place = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1);
    // oxlint-disable-next-line no-await-in-loop -- others get their turn in between
    await breathe();
  }
  store.write((tx) => {
    forgetKept(tx, people.phones);
    forgetHeaders(tx, (header) => isAbout(people, [header]));
  });
}

/** Whether one of their numbers, as people write them, or one of their names stands in a row. */
export function isAbout({ phones, names }: Traces, cells: readonly string[]): boolean {
  const folds = cells.map(folded);
  const row = folds.join(' ');
  if (names.some((name) => hasName(folds, row, folded(name)))) return true;
  const numbers = folds.flatMap((cell) =>
    [...cell.matchAll(NUMBER)].map(([found]) => found.replaceAll(/\D/g, '').replace(/^0+/, '')),
  );
  return phones.some((phone) => {
    const digits = phone.slice(1);
    return numbers.some((number) => number.includes(digits) || isEndOf(digits, number));
  });
}

const NUMBER = /\d[\d\s().\-\u2010-\u2015]{4,}\d/g;
/** Fewer digits than this end many numbers. */
const MIN_END = 7;

/** A number without its country code. */
function isEndOf(digits: string, number: string): boolean {
  return number.length >= MIN_END && digits.endsWith(number);
}

/**
 * A first name alone is many people's, so it must be a whole cell; a full name or an address may stand
 * anywhere as words of their own, in two cells too.
 */
function hasName(cells: readonly string[], row: string, name: string): boolean {
  if (name === '') return false;
  if (!/[ @]/.test(name)) return cells.includes(name);
  for (let at = row.indexOf(name); at !== -1; at = row.indexOf(name, at + 1)) {
    if (!isLetter(row[at - 1]) && !isLetter(row[at + name.length])) return true;
  }
  return false;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
