import type { Corpus } from './words/corpus.ts';

/** Draws a whole number from 0 to 2³²-1. */
export type Draw = () => number;

/** A speaker makes sentences in which words repeat as people repeat them. */
export type Speaker = (draw: Draw) => string;

const TABLE_SIZE = 8_192;
/** One word in so many is a name, a number or a code that stands almost nowhere else. */
const UNIQUE_EVERY = 64;

/**
 * A word of rank r is drawn 1/r as often as the first (Zipf's law), from a table that costs one
 * look-up a word, because a benchmark wants millions of them.
 */
export function createSpeaker(corpus: Corpus): Speaker {
  const table = zipfTable([...corpus.common, ...corpus.rare]);
  const { separator, stop } = corpus;

  return (draw) => {
    const shape = draw();
    const length = 2 + ((shape & 7) + ((shape >>> 3) & 7));
    let sentence = '';
    for (let index = 0; index < length; index += 1) {
      const random = draw();
      const word =
        random % UNIQUE_EVERY === 0
          ? uniqueWord(random)
          : (table[(random >>> 8) % TABLE_SIZE] ?? '');
      sentence += index === 0 ? word : separator + word;
    }
    return shape < 0x8000_0000 ? sentence + stop : sentence;
  };
}

function zipfTable(words: readonly string[]): readonly string[] {
  const total = words.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  const table: string[] = [];
  let upTo = 0;
  for (const [rank, word] of words.entries()) {
    upTo += 1 / (rank + 1) / total;
    while (table.length < Math.max(Math.round(upTo * TABLE_SIZE), rank + 1)) table.push(word);
  }
  return table.slice(0, TABLE_SIZE);
}

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'xo',
  'zu',
  'ka',
];

/** An order number or a made-up name: what people search for and find once. */
function uniqueWord(random: number): string {
  if (random & 64) return `#${random % 1_000_000}`;
  let word = '';
  for (let shift = 8; shift < 24; shift += 4) word += SYLLABLES[(random >>> shift) & 15] ?? '';
  return word;
}
