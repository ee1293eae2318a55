import { labelNameSchema } from '#shared/label-schema.ts';
import { MAX_NOTE_LENGTH } from '#shared/limits.ts';

/** A cell that is read, or the reason why not. */
export type Judged<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

function fine<T>(value: T): Judged<T> {
  return { ok: true, value };
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

const MAX_NAME = 200;
const MAX_EMAIL = 254;
const MAX_FIELD = 2_000;
const MAX_LABELS = 50;

export function judgeName(text: string): Judged<string | null> {
  if (text.length > MAX_NAME) return refused(tooLong('name', text, MAX_NAME));
  return fine(text.replaceAll(/\s+/gu, ' ') || null);
}

export function judgeEmail(text: string): Judged<string | null> {
  if (text === '') return fine(null);
  const address = text.replace(/^mailto:/i, '');
  if (address.length > MAX_EMAIL) return refused(tooLong('e-mail address', address, MAX_EMAIL));
  if (/^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/u.test(address)) return fine(address);
  return refused(`“${text}” is not an e-mail address. It looks like name@example.com.`);
}

export function judgeLabels(text: string): Judged<readonly string[]> {
  const names = text
    .split(/[,;|]/)
    .map((name) => name.trim().replaceAll(/\s+/gu, ' '))
    .filter((name) => name !== '');
  const long = names.find((name) => !labelNameSchema.safeParse(name).success);
  if (long !== undefined) return refused(tooLong('label', long, 60));
  if (names.length > MAX_LABELS)
    return refused(`${names.length} labels are too many for one person.`);
  return fine(names);
}

export function judgeNotes(text: string): Judged<string | null> {
  if (text.length > MAX_NOTE_LENGTH) return refused(tooLong('note', text, MAX_NOTE_LENGTH));
  return fine(text || null);
}

export function judgeLanguage(text: string): Judged<string | null> {
  if (text === '') return fine(null);
  const named = LANGUAGES.get(text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase());
  if (named !== undefined) return fine(named);
  const code = /^(?<language>[a-z]{2,3})(?:[-_](?<region>[a-z]{2}))?$/i.exec(text)?.groups;
  if (code === undefined)
    return refused(`“${text}” is not a language. Write its code, such as en or pt-BR.`);
  const region = code['region'] === undefined ? '' : `-${code['region'].toUpperCase()}`;
  return fine(`${(code['language'] ?? '').toLowerCase()}${region}`);
}

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['portuguese', 'pt'],
  ['portugues', 'pt'],
  ['spanish', 'es'],
  ['espanol', 'es'],
  ['german', 'de'],
  ['deutsch', 'de'],
  ['french', 'fr'],
  ['francais', 'fr'],
  ['italian', 'it'],
  ['italiano', 'it'],
  ['dutch', 'nl'],
  ['nederlands', 'nl'],
  ['turkish', 'tr'],
  ['turkce', 'tr'],
  ['russian', 'ru'],
  ['arabic', 'ar'],
  ['hindi', 'hi'],
  ['indonesian', 'id'],
  ['chinese', 'zh'],
  ['japanese', 'ja'],
  ['korean', 'ko'],
  ['polish', 'pl'],
]);

/** Only a clear yes opts out; what is neither yes nor no is for the owner to say. */
export function judgeOptedOut(text: string): Judged<boolean> {
  const word = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ');
  if (YES.has(word)) return fine(true);
  if (NO.has(word)) return fine(false);
  return refused(
    `“${text}” says neither yes nor no to “opted out”. Write yes for people who want no advertising, else leave it empty.`,
  );
}

const YES: ReadonlySet<string> = new Set(
  'yes|y|true|t|1|x|✓|✔|ja|j|si|s|sim|oui|o|da|да|evet|e|tak|ya|نعم|हाँ|はい|是|예|opted out|opt out|opted_out|optout|out|stop|unsubscribed'.split(
    '|',
  ),
);
const NO: ReadonlySet<string> = new Set(
  '|no|n|false|f|0|-|nein|nao|non|nee|нет|hayir|h|nie|tidak|नहीं|لا|いいえ|否|不|아니요|opted in|opt in|opted_in|optin|in|subscribed'.split(
    '|',
  ),
);

export function judgeField(name: string, text: string): Judged<string | null> {
  if (text.length > MAX_FIELD) return refused(tooLong(`value of “${name}”`, text, MAX_FIELD));
  return fine(text || null);
}

function tooLong(what: string, text: string, limit: number): string {
  return `This ${what} has ${text.length.toLocaleString('en')} letters; more than ${limit.toLocaleString('en')} can’t be kept.`;
}
