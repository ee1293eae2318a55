import { BLOCK_BITS } from './search-index.ts';
import type { Reader } from './store.ts';

interface BlockRow {
  readonly block: number;
  readonly oldest: number;
  readonly newest: number;
}

/** Times between which one looks, in milliseconds since 1970, both inclusive. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * What is known of the order of time without looking at messages. Ids rise as messages arrive, which
 * is nearly the order of time; an import of old history is where it is not. The blocks say exactly
 * how far from each other the two are.
 */
export interface Blocks {
  /** The ids between which all messages of the span lie; undefined when there are none. */
  readonly ids: readonly [lowest: number, highest: number] | undefined;
  /** Whether a message with this id can lie between the times. */
  mayHold(id: number, span: Span): boolean;
  /** No message with this id or a lower one is younger. */
  newestUpTo(id: number): number;
}

export function readBlocks(db: Reader, span: Span): Blocks {
  const rows = db
    .prepare<BlockRow>(
      'SELECT block, oldest, newest FROM search_block WHERE newest >= ? AND oldest <= ? ORDER BY block',
    )
    .all(span.from, span.until);
  const [first, last] = [rows[0], rows.at(-1)];
  const byBlock = new Map(rows.map((row) => [row.block, row]));
  const newestBelow = new Map<number, number>();
  let newest = -Infinity;
  for (const row of rows) {
    newest = Math.max(newest, row.newest);
    newestBelow.set(row.block, newest);
  }
  return {
    ids:
      first === undefined || last === undefined
        ? undefined
        : [first.block * BLOCK, (last.block + 1) * BLOCK - 1],
    mayHold(id, { from, until }) {
      const row = byBlock.get(blockOf(id));
      return row !== undefined && row.newest >= from && row.oldest <= until;
    },
    newestUpTo: (id) => newestBelow.get(blockOf(id)) ?? Infinity,
  };
}

const BLOCK = 2 ** BLOCK_BITS;

function blockOf(id: number): number {
  return Math.floor(id / BLOCK);
}
