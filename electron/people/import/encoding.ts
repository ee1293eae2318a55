import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';

export interface Decoded {
  /** The text in UTF-8, without a mark and without zeros. */
  readonly utf8: Uint8Array;
  /** What it was in, under the name that browsers give it. */
  readonly encoding: string;
}

const SAMPLE_BYTES = 256 * 1024;

/** How much surer another encoding must be than Western European, which most old files are in. */
const LEAD = 10;

/**
 * Reads bytes as text: by their mark, as UTF-8 if all of it is, else by how the letters are spread.
 *
 * @param told what the owner says it is; null: as it looks
 */
export function decodeText(bytes: Uint8Array, told: string | null): Decoded {
  const encoding = told ?? markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? guessedEncoding(bytes);
  // What is UTF-8 already stays where it is: a copy of a long list is a lot of memory.
  if (encoding === 'utf-8' && isUtf8(bytes) && !bytes.includes(0)) {
    return { utf8: hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes, encoding };
  }
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  return { utf8: new TextEncoder().encode(text), encoding };
}

function hasUtf8Mark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (hasUtf8Mark(bytes)) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Latin letters in UTF-16 have a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 6;
  if (odd > many && odd > even * 4) return 'utf-16le';
  if (even > many && even > odd * 4) return 'utf-16be';
  return undefined;
}

function guessedEncoding(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return 'utf-8';
  const guesses = analyse(bytes.subarray(0, SAMPLE_BYTES)).filter(({ name }) => canDecode(name));
  const western = guesses.find(({ name }) => isWestern(name))?.confidence ?? 0;
  const [best] = guesses;
  if (best === undefined || isWestern(best.name)) return 'windows-1252';
  return best.confidence >= western + LEAD ? new TextDecoder(best.name).encoding : 'windows-1252';
}

function isWestern(name: string): boolean {
  return name === 'ISO-8859-1' || name === 'windows-1252';
}

function canDecode(name: string): boolean {
  // What is no UTF-8 and has no zeros is none of these either, whatever the statistics say.
  if (/^utf-|^ascii$/i.test(name)) return false;
  try {
    return new TextDecoder(name).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
