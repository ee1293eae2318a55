import type { Effort } from './tree.ts';

const FENCE = '```';

/** Where a run of monospaced text stands, with its marks: `text.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The ```…``` of a text, which may run over several lines. One without words is none. */
export function findFences(text: string, effort: Effort): Range[] {
  const fences: Range[] = [];
  let open = text.indexOf(FENCE);
  while (open !== -1) {
    effort.steps += 1;
    const close = text.indexOf(FENCE, open + FENCE.length);
    if (close === -1) return fences;
    const isBlank = text.slice(open + FENCE.length, close).trim() === '';
    if (!isBlank) fences.push({ start: open, end: close + FENCE.length });
    open = isBlank ? close : text.indexOf(FENCE, close + FENCE.length);
  }
  return fences;
}

/** The lines of a text, where a line break inside a fence does not end a line. */
export function splitLines(text: string, effort: Effort): string[] {
  const lines: string[] = [];
  let from = 0;
  let searchFrom = 0;
  for (const fence of [...findFences(text, effort), undefined]) {
    const limit = fence?.start ?? text.length;
    let newline = text.indexOf('\n', searchFrom);
    while (newline !== -1 && newline < limit) {
      effort.steps += 1;
      lines.push(text.slice(from, newline));
      from = newline + 1;
      newline = text.indexOf('\n', from);
    }
    if (fence !== undefined) searchFrom = fence.end;
  }
  lines.push(text.slice(from));
  return lines;
}
