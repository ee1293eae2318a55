import { findFences } from './fences.ts';
import type { Range } from './fences.ts';
import { findLinks } from './links.ts';
import type { Effort, Inline } from './tree.ts';

/** What stands inside a line and in which marks mean nothing. */
export interface Atom extends Range {
  readonly node: Inline;
}

/** Monospaced text, code and links of a line, in its order. Monospace goes before code, code before links. */
export function findAtoms(line: string, effort: Effort): Atom[] {
  return between(line, findFences(line, effort), {
    inside: ({ start, end }) => ({
      start,
      end,
      node: { kind: 'preformatted', text: line.slice(start + 3, end - 3) },
    }),
    outside: (part) => codeAndLinks(line, part, effort),
  });
}

function codeAndLinks(line: string, { start, end }: Range, effort: Effort): Atom[] {
  const part = line.slice(start, end);
  return between(part, findCode(part, effort), {
    inside: (code) => ({
      ...code,
      node: { kind: 'code', text: part.slice(code.start + 1, code.end - 1) },
    }),
    outside: (words) => linksOf(part, words, effort),
  }).map((atom) => shifted(atom, start));
}

function linksOf(part: string, { start, end }: Range, effort: Effort): Atom[] {
  return findLinks(part.slice(start, end), effort).map((link) => ({
    start: start + link.start,
    end: start + link.start + link.text.length,
    node: { kind: 'link', text: link.text, url: link.url },
  }));
}

/** `…` on one line. One without words is none. */
function findCode(part: string, effort: Effort): Range[] {
  const codes: Range[] = [];
  let open = part.indexOf('`');
  while (open !== -1) {
    effort.steps += 1;
    const close = part.indexOf('`', open + 1);
    if (close === -1) return codes;
    const isBlank = part.slice(open + 1, close).trim() === '';
    if (!isBlank) codes.push({ start: open, end: close + 1 });
    open = isBlank ? close : part.indexOf('`', close + 1);
  }
  return codes;
}

interface Makers {
  readonly inside: (range: Range) => Atom;
  readonly outside: (range: Range) => readonly Atom[];
}

function between(text: string, ranges: readonly Range[], make: Makers): Atom[] {
  const atoms: Atom[] = [];
  let from = 0;
  for (const range of ranges) {
    addAll(atoms, make.outside({ start: from, end: range.start }));
    atoms.push(make.inside(range));
    from = range.end;
  }
  addAll(atoms, make.outside({ start: from, end: text.length }));
  return atoms;
}

/** Not by spreading: a line may hold more links than a call may have arguments. */
function addAll(atoms: Atom[], more: readonly Atom[]): void {
  for (const atom of more) atoms.push(atom);
}

function shifted(atom: Atom, by: number): Atom {
  return { ...atom, start: atom.start + by, end: atom.end + by };
}
