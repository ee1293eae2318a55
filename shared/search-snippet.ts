import type { Snippet } from './models/search.ts';
import type { SearchTerm } from './search-query.ts';
import { searchTokens } from './search-text.ts';
import type { SearchToken } from './search-text.ts';

const LONGEST = 140;
const BEFORE_MATCH = 36;

/** The piece of a message in which most of what was asked stands, cut around the first place. */
export function snippetOf(pieces: readonly string[], terms: readonly SearchTerm[]): Snippet {
  let best: { readonly text: string; readonly found: readonly Range[] } | undefined;
  for (const text of pieces) {
    const found = highlightsIn(text, terms);
    if (best === undefined || found.length > best.found.length) best = { text, found };
  }
  return best === undefined ? { text: '', highlights: [] } : cut(best.text, best.found);
}

type Range = readonly [start: number, end: number];

/** Where the terms stand in a text, in order, without overlaps. */
export function highlightsIn(text: string, terms: readonly SearchTerm[]): Range[] {
  const tokens = searchTokens(text);
  const ranges = terms.flatMap((term) =>
    tokens.flatMap((_token, index) => rangeAt(tokens, index, term) ?? []),
  );
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last === undefined || range[0] > last[1]) merged.push(range);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
  }
  return merged;
}

function rangeAt(
  tokens: readonly SearchToken[],
  index: number,
  { words, isPrefix }: SearchTerm,
): Range[] | undefined {
  for (const [offset, wanted] of words.entries()) {
    const word = tokens[index + offset]?.word;
    if (word === undefined) return undefined;
    const isLast = offset === words.length - 1;
    if (isPrefix && isLast ? !word.startsWith(wanted) : word !== wanted) return undefined;
  }
  const first = tokens[index];
  const last = tokens[index + words.length - 1];
  return first === undefined || last === undefined ? undefined : [[first.start, last.end]];
}

function cut(text: string, found: readonly Range[]): Snippet {
  // One space for one sign, so that the places stay what they are.
  const line = text.replaceAll(/\s/gu, ' ');
  const first = found[0]?.[0] ?? 0;
  const from = first > LONGEST - BEFORE_MATCH ? boundary(line, first - BEFORE_MATCH) : 0;
  const until = line.length - from > LONGEST ? boundary(line, from + LONGEST) : line.length;
  const lead = from > 0 ? '…' : '';
  const highlights = found
    .filter(([start]) => start >= from && start < until)
    .map(([start, end]): Range => [
      start - from + lead.length,
      Math.min(end, until) - from + lead.length,
    ]);
  return {
    text: lead + line.slice(from, until) + (until < line.length ? '…' : ''),
    highlights,
  };
}

/** Not inside a surrogate pair. */
function boundary(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
