import { splitLines } from './fences.ts';
import { appendInline, parseLine } from './inline.ts';
import type { Block, Effort, Inline, ListItem } from './tree.ts';

type Line =
  | { readonly kind: 'paragraph' | 'quote'; readonly words: string }
  | { readonly kind: 'bullets' | 'numbers'; readonly marker: string; readonly words: string };

type Growing =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: Inline[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: ListItem[] };

/**
 * A message's words as WhatsApp shows them: *bold*, _italic_, ~strike~, ```monospace```, `code`,
 * `> quotes`, lists and links. Takes any text, never throws, and works in proportion to its length.
 */
export function parseWords(text: string, effort: Effort = { steps: 0 }): readonly Block[] {
  const blocks: Growing[] = [];
  for (const line of splitLines(text, effort)) grow(blocks, readLine(line), effort);
  return blocks;
}

function readLine(line: string): Line {
  if (line.startsWith('> ')) return { kind: 'quote', words: line.slice(2) };
  const bullet = /^[*-] (?=\S)/u.exec(line)?.[0];
  if (bullet !== undefined) {
    return { kind: 'bullets', marker: bullet, words: line.slice(bullet.length) };
  }
  const number = /^\d{1,3}\. (?=\S)/u.exec(line)?.[0];
  if (number !== undefined) {
    return { kind: 'numbers', marker: number, words: line.slice(number.length) };
  }
  return { kind: 'paragraph', words: line };
}

function grow(blocks: Growing[], line: Line, effort: Effort): void {
  const words = parseLine(line.words, effort);
  const last = blocks.at(-1);
  if ('marker' in line) {
    const item = { marker: line.marker, children: words };
    if (last?.kind === line.kind) last.items.push(item);
    else blocks.push({ kind: line.kind, items: [item] });
    return;
  }
  if (last?.kind !== line.kind) {
    blocks.push({ kind: line.kind, children: words });
    return;
  }
  appendInline(last.children, { kind: 'text', text: '\n' });
  for (const word of words) appendInline(last.children, word);
}
