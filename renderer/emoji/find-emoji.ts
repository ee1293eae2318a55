import type { EmojiEntry } from './emoji-book.ts';

/** Those whose name begins with what was typed, then whose words do; the best first. */
export function findEmoji(
  entries: readonly EmojiEntry[],
  typed: string,
  most: number,
): readonly EmojiEntry[] {
  const wanted = typed.toLowerCase().replaceAll('_', ' ').trim();
  if (wanted === '') return [];
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function rankOf({ names, label, tags }: EmojiEntry, wanted: string): number {
  const called = names.map((name) => name.replaceAll('_', ' '));
  if (called.includes(wanted)) return 0;
  if (called.some((name) => name.startsWith(wanted))) return 1;
  if (label.toLowerCase().startsWith(wanted)) return 2;
  const words = [label, ...tags].flatMap((text) => text.toLowerCase().split(' '));
  return words.some((word) => word.startsWith(wanted)) ? 3 : Infinity;
}

export interface ColonWord {
  /** Where the colon stands. */
  readonly start: number;
  readonly typed: string;
}

/** `:smi` right before the caret: at least two letters, so that “:)” and “10:30” are left alone. */
export function colonWordAt(text: string, caret: number): ColonWord | undefined {
  const match = /(?:^|[\s(])(:([\p{L}+-][\p{L}\p{N}_+-]{1,30}))$/u.exec(text.slice(0, caret));
  const [, whole, typed] = match ?? [];
  return whole === undefined || typed === undefined
    ? undefined
    : { start: caret - whole.length, typed };
}
