import type { Block } from '#shared/models/block.ts';

export interface LoadedBlocks {
  /** The latest first. */
  readonly rows: readonly Block[];
  readonly nextCursor: string | null;
}

/** Puts a fresh first page in the place of the old one; what was loaded below it stays. */
export function mergeTop(loaded: LoadedBlocks, top: LoadedBlocks): LoadedBlocks {
  const last = top.rows.at(-1);
  if (last === undefined || top.nextCursor === null) return top;
  const below = loaded.rows.filter((row) => isBelow(row, last));
  if (below.length === 0) return top;
  return { rows: [...top.rows, ...below], nextCursor: loaded.nextCursor };
}

function isBelow(row: Block, last: Block): boolean {
  return row.blockedAt < last.blockedAt || (row.blockedAt === last.blockedAt && row.id < last.id);
}
