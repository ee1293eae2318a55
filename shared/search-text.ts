/** A word as the index knows it, and where it stands in the text it came from. */
export interface SearchToken {
  /** Lower case, without accents; letters, digits and the signs that belong to them only. */
  readonly word: string;
  /** Offsets in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no spaces between words: each of their characters is a word of its own here. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const IN_WORD = /[\p{L}\p{N}\p{M}\p{Co}]/u;

/**
 * Signs that people leave out or type differently: Latin, Greek and Cyrillic accents, Hebrew points,
 * Arabic vowels and the tatweel, the nukta, variation selectors. Vowel signs of India's scripts stay:
 * there they are letters like any other.
 */
const LEFT_OUT =
  // oxlint-disable-next-line no-misleading-character-class -- single signs are what it is about
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u0abc\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/u;

/** Letters that decomposing does not bring together although people take one for the other. */
const SAME_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
  '\u0901': '\u0902',
};

/**
 * Cuts a text into the words by which it is found. What is stored and what is asked go through this
 * one function, so that “São”, “sao” and “SÃO” are one word, and so are Arabic with and without vowels.
 */
export function searchTokens(text: string): SearchToken[] {
  const tokens: SearchToken[] = [];
  let word = '';
  let start = 0;
  let at = 0;

  function finish(end: number): void {
    if (word !== '') tokens.push({ word, start, end });
    word = '';
  }

  for (const character of text) {
    const end = at + character.length;
    if (PLAIN.test(character)) {
      if (word === '') start = at;
      word += character.toLowerCase();
    } else if (character < '\u0080') {
      finish(at);
    } else if (UNSPACED.test(character)) {
      finish(at);
      const folded = fold(character);
      if (folded !== '') tokens.push({ word: folded, start: at, end });
    } else if (IN_WORD.test(character) || LEFT_OUT.test(character)) {
      if (word === '') start = at;
      word += fold(character);
    } else {
      finish(at);
    }
    at = end;
  }
  finish(at);
  return tokens;
}

/** The words of a text, with one space between them: what stands in the index. */
export function searchText(text: string): string {
  return searchTokens(text)
    .map(({ word }) => word)
    .join(' ');
}

const PLAIN = /^[a-z0-9]$/i;

function fold(character: string): string {
  let out = '';
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (LEFT_OUT.test(part)) continue;
    out += SAME_AS[part] ?? digitOf(part);
  }
  // Together again what belongs together: Hangul syllables, and kana with their voicing marks.
  const whole = hiragana(out.normalize('NFC'));
  // Some characters come apart into signs, such as “½” into 1⁄2: only what makes words stays.
  return Array.from(whole)
    .filter((part) => IN_WORD.test(part))
    .join('');
}

/** Digits of all scripts are one to whoever looks for a number. */
function digitOf(character: string): string {
  if (!/\p{Nd}/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  // Every script's ten digits stand in one row; its zero is the first that is no digit's successor.
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** People look for カ and か alike. */
function hiragana(text: string): string {
  return text.replaceAll(/[\u30a1-\u30f6]/gu, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60),
  );
}
