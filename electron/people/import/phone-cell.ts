import { parsePhoneNumberWithError, ParseError } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { phoneVariants } from '#shared/phone-variants.ts';
import { cellText } from './sheet.ts';
import type { Cell } from './sheet.ts';

export type JudgedPhone =
  | {
      readonly ok: true;
      /** E.164 with `+`. */
      readonly phone: string;
      /** What had been done to the cell; null: nothing. */
      readonly repair: string | null;
    }
  | {
      readonly ok: false;
      readonly reason: string;
      /** A spreadsheet program has taken digits away. */
      readonly isDamaged: boolean;
    };

/** Reads a number as people and Excel leave it in a cell. What is lost is said, never guessed. */
export function judgePhone(cell: Cell, country: CountryCode | null): JudgedPhone {
  const shown = plainText(cellText(cell));
  if (shown === '') return refused('There is no phone number in this row.');
  if (holdsTwo(shown)) {
    return refused('There are two phone numbers in this cell. Keep one, or make two rows of them.');
  }
  const scientific = judgeScientific(shown);
  if (scientific?.kind === 'lost') return { ...refused(scientific.reason), isDamaged: true };
  const text = scientific?.digits ?? shown;
  const { text: clean, repair } = undamaged(text);
  const judged = judgeNumber(clean, country);
  if (!judged.ok) return judged;
  return { ...judged, repair: scientific === undefined ? (repair ?? judged.repair) : SCIENTIFIC };
}

const SCIENTIFIC = 'Excel had shortened this number, but all its digits were still there.';
const POINT = 'Excel had added a decimal point.';
const APOSTROPHE = 'An apostrophe stood before the number.';
const ZERO = 'The zero at its start was missing, as Excel takes it away.';
const WIDE = 'The digits were not the usual ones.';

function refused(reason: string): Extract<JudgedPhone, { readonly ok: false }> {
  return { ok: false, reason, isDamaged: false };
}

/** A number in scientific writing that does not have all its digits any more. */
export function isShortened(text: string): boolean {
  return judgeScientific(text)?.kind === 'lost';
}

/** Without signs that can't be seen: text copied out of WhatsApp is full of them. */
function plainText(text: string): string {
  return text
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Separated by words or signs that stand in no single number. */
function holdsTwo(text: string): boolean {
  const parts = text.split(/[/;,|&]|\s(?:or|and|ou|oder|und|o|y|e)\s/i);
  const numbers = parts.filter((part) => part.replaceAll(/\P{Nd}/gu, '').length >= 6);
  return numbers.length > 1 || (text.match(/\+\s*\p{Nd}/gu)?.length ?? 0) > 1;
}

type Scientific =
  | { readonly kind: 'whole'; readonly digits: string }
  | { readonly kind: 'lost'; readonly reason: string };

/** `1.555E+10`: Excel shows a long number so, and a CSV keeps only what was shown. */
function judgeScientific(
  text: string,
):
  | { readonly kind: 'whole'; readonly digits: string }
  | Extract<Scientific, { kind: 'lost' }>
  | undefined {
  const match = /^'?(?<plus>\+?)(?<lead>\d)(?:[.,](?<rest>\d+))?e\+?(?<power>\d+)$/i.exec(text);
  if (match?.groups === undefined) return undefined;
  const { plus = '', lead = '', rest = '', power = '' } = match.groups;
  if (rest.length === Number(power)) return { kind: 'whole', digits: `${plus}${lead}${rest}` };
  return {
    kind: 'lost',
    reason: `Excel shortened this number to ${text}, and its last digits are lost. Make the column text in the original file, then save it again.`,
  };
}

function undamaged(text: string): { readonly text: string; readonly repair: string | null } {
  const plain = text
    .normalize('NFKC')
    .replace(/^(?:tel|whatsapp|phone):/i, '')
    .trim();
  if (plain.startsWith("'")) {
    // Our own export guards the + with one, so that alone is no damage.
    return { text: plain.slice(1).trim(), repair: plain.startsWith("'+") ? null : APOSTROPHE };
  }
  if (/^\+?\d{6,}[.,]0+$/.test(plain)) return { text: plain.replace(/[.,]0+$/, ''), repair: POINT };
  return { text: plain, repair: plain === text || /[\p{L}:]/u.test(text) ? null : WIDE };
}

function judgeNumber(text: string, country: CountryCode | null): JudgedPhone {
  if (/\p{L}/u.test(text.replace(/\b(?:ext|x)\.?\s*\d+$/i, ''))) {
    return refused(`“${text}” is not a phone number: there are letters in it.`);
  }
  if (!text.startsWith('+') && country === null) {
    return refused(
      'This number has no + and country code in front. Write it as +… or say from which country the numbers are.',
    );
  }
  const number = parse(text, country);
  if (number === undefined) return refused(notANumber(text));
  if (number.ext !== undefined) {
    return refused('This number has an extension, and WhatsApp reaches no extensions.');
  }
  const phone = phoneVariants(number.number).find((variant) => parse(variant, null)?.isPossible());
  if (phone === undefined) return wrongLength(text);
  return { ok: true, phone, repair: lacksZero(text, number) ? ZERO : null };
}

/** Within its country the number is written with a zero in front, which numbers in cells can't keep. */
function lacksZero(text: string, number: PhoneNumber): boolean {
  if (text.startsWith('+') || text.startsWith('0')) return false;
  const digits = text.replaceAll(/\P{Nd}/gu, '');
  return digits === number.nationalNumber && number.formatNational().startsWith('0');
}

function parse(text: string, country: CountryCode | null): PhoneNumber | undefined {
  try {
    return parsePhoneNumberWithError(text, {
      extract: false,
      ...(country !== null && { defaultCountry: country }),
    });
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function notANumber(text: string): string {
  const digits = text.replaceAll(/\P{Nd}/gu, '').length;
  if (digits > 15) return `“${text}” has ${digits} digits; no phone number has more than 15.`;
  return text.startsWith('+')
    ? `“${text}” begins with a country code that does not exist, or is too short.`
    : `“${text}” is not a phone number.`;
}

function wrongLength(text: string): JudgedPhone {
  const reason = `“${text}” has too few or too many digits for a phone number of its country.`;
  if (text.startsWith('+') || text.startsWith('0')) return refused(reason);
  return { ...refused(`${reason} Excel may have taken a zero from its start.`), isDamaged: true };
}
