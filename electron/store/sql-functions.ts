import type { Database } from 'better-sqlite3';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Blocks of numbers are given out by ten thousand, and each to one country. */
const BLOCK_DIGITS = 4;
const MOST_BLOCKS = 20_000;

/**
 * What queries need and SQLite can't say by itself: `phone_country('+5511…')`, two letters of
 * ISO 3166 or null, and `folded(text)`, the text in small letters of any script.
 */
export function addSqlFunctions(db: Database): void {
  const countries = new Map<string, string | null>();

  db.function('phone_country', { deterministic: true }, (phone: unknown) => {
    if (typeof phone !== 'string') return null;
    const block = phone.slice(0, -BLOCK_DIGITS);
    let country = countries.get(block);
    if (country === undefined) {
      country = parsePhoneNumberFromString(phone)?.country ?? null;
      if (countries.size >= MOST_BLOCKS) countries.clear();
      countries.set(block, country);
    }
    return country;
  });

  db.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? foldedText(text) : null,
  );
}

/** Under which two texts are the same to a person who compares them. */
export function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
