import { arabic } from './arabic.ts';
import { cyrillic } from './cyrillic.ts';
import { devanagari } from './devanagari.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** The words of one language, the most common first, as speech has them. */
export interface Corpus {
  readonly common: readonly string[];
  readonly rare: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Between words; empty in scripts that write without spaces. */
  readonly separator: string;
  readonly stop: string;
  /** Country code of phone numbers and of the business-scoped user id. */
  readonly dial: string;
  readonly country: string;
}

/** One entry per share of chats: more in Portuguese than in anything else. */
export const corpora: readonly Corpus[] = [
  portuguese,
  portuguese,
  portuguese,
  english,
  english,
  spanish,
  spanish,
  german,
  cyrillic,
  arabic,
  devanagari,
  japanese,
];
