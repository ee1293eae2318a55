import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { SheetRow } from './sheet.ts';

const CHUNK_BYTES = 128 * 1024;

/** A file with more broken quotes than this is read as if quotes meant nothing. */
const MAX_BROKEN = 50;

const UNCLOSED =
  'A quotation mark is opened in this row and never closed, so nobody can tell where its cells end. Correct it in the file.';

interface Piece {
  readonly rows: readonly SheetRow[];
  /** Where the row begins that has a broken quote; undefined: none has. */
  readonly brokenAt: number | undefined;
}

/**
 * The rows of delimited text. A row whose quotation mark is never closed would swallow all that
 * follow: it is given back as a problem, and reading goes on in the next line.
 *
 * @param text UTF-8
 */
export async function* csvRows(text: Uint8Array, delimiter: string): AsyncGenerator<SheetRow[]> {
  let start = 0;
  let number = 1;
  let broken = 0;
  while (start < text.length) {
    let brokenAt: number | undefined;
    for await (const piece of pieces(text.subarray(start), delimiter, broken < MAX_BROKEN)) {
      yield piece.rows.map((row, index) => ({ ...row, number: number + index }));
      number += piece.rows.length;
      brokenAt = piece.brokenAt;
    }
    if (brokenAt === undefined) return;
    broken += 1;
    const end = endOfLine(text, start + brokenAt);
    const line = new TextDecoder().decode(text.subarray(start + brokenAt, end)).trim();
    yield [{ number, cells: [line.slice(0, 200)], problem: UNCLOSED }];
    number += 1;
    start = end;
  }
}

async function* pieces(
  text: Uint8Array,
  delimiter: string,
  withQuotes: boolean,
): AsyncGenerator<Piece> {
  let rows: SheetRow[] = [];
  let brokenAt: number | undefined;
  let lastEnd = 0;
  const parser = parse({
    delimiter,
    quote: withQuotes ? '"' : null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    ltrim: delimiter !== '\t',
    on_record(cells: string[], { bytes }: { readonly bytes: number }) {
      // Two rows in one: the quote that closed was the opening one of a later cell.
      if (cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell))) brokenAt ??= lastEnd;
      if (brokenAt === undefined) rows.push({ number: 0, cells });
      lastEnd = bytes;
      // What is given back would only wait in the stream.
      return null;
    },
  });
  const ended = endOf(parser);
  for (let at = 0; at < text.length; at += CHUNK_BYTES) {
    parser.write(text.subarray(at, at + CHUNK_BYTES));
    if (rows.length > 0) yield { rows, brokenAt: undefined };
    rows = [];
    if (brokenAt !== undefined) break;
  }
  parser.end();
  if ((await ended) === 'unclosed') brokenAt ??= lastEnd;
  yield { rows, brokenAt };
}

async function endOf(parser: ReturnType<typeof parse>): Promise<'closed' | 'unclosed'> {
  try {
    await finished(parser.resume());
    return 'closed';
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return 'unclosed';
    throw error;
  }
}

const LF = 10;
const CR = 13;

/** Behind the end of the line that begins here. */
function endOfLine(text: Uint8Array, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== LF && text[at] !== CR) at += 1;
  return text[at] === CR && text[at + 1] === LF ? at + 2 : at + 1;
}
