import { findAtoms } from './atoms.ts';
import type { Effort, Inline } from './tree.ts';

const STYLES: ReadonlyMap<string, 'bold' | 'italic' | 'strike'> = new Map([
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
]);

/** Letters and digits of every script: a mark next to one on its outer side is only a sign. */
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

/** A mark that may yet find its end, and what has come since. */
interface OpenMark {
  readonly mark: string;
  readonly children: Inline[];
}

/**
 * The words of one line with WhatsApp's marks. A mark opens after a space or sign and before a word,
 * closes after a word and before a space or sign, and never holds itself; so nesting is three deep at
 * most, and every step moves a thing at most three times. Never throws.
 */
export function parseLine(line: string, effort: Effort): Inline[] {
  const found: Inline[] = [];
  const open: OpenMark[] = [];
  let from = 0;

  function add(node: Inline): void {
    effort.steps += 1;
    appendInline(open.at(-1)?.children ?? found, node);
  }
  function addWords(end: number): void {
    if (end > from) add({ kind: 'text', text: line.slice(from, end) });
  }
  /** Marks that never found their end are signs like any other. */
  function giveUpAbove(height: number): void {
    while (open.length > height) {
      const given = open.pop();
      if (given === undefined) return;
      add({ kind: 'text', text: given.mark });
      for (const child of given.children) add(child);
    }
  }
  function readMark(at: number): void {
    const mark = line.charAt(at);
    const style = STYLES.get(mark);
    if (style === undefined) return;
    const height = open.findIndex((one) => one.mark === mark);
    if (height !== -1 && isClosing(line, at)) {
      addWords(at);
      from = at + 1;
      giveUpAbove(height + 1);
      const closed = open.pop();
      add({ kind: style, children: closed?.children ?? [] });
    } else if (height === -1 && isOpening(line, at)) {
      addWords(at);
      from = at + 1;
      open.push({ mark, children: [] });
    }
  }

  const atoms = findAtoms(line, effort);
  let next = 0;
  for (let at = 0; at < line.length; at += 1) {
    effort.steps += 1;
    const atom = atoms[next];
    if (atom?.start === at) {
      addWords(at);
      add(atom.node);
      from = atom.end;
      at = atom.end - 1;
      next += 1;
    } else {
      readMark(at);
    }
  }
  addWords(line.length);
  giveUpAbove(0);
  return found;
}

/** Adds to the end; words join the words before them. */
export function appendInline(list: Inline[], node: Inline): void {
  const last = list.at(-1);
  if (node.kind === 'text' && last?.kind === 'text') {
    list[list.length - 1] = { kind: 'text', text: last.text + node.text };
  } else {
    list.push(node);
  }
}

function isOpening(line: string, at: number): boolean {
  const next = line.charAt(at + 1);
  return (
    next !== '' && next !== line.charAt(at) && !SPACE.test(next) && !WORD.test(before(line, at))
  );
}

function isClosing(line: string, at: number): boolean {
  return !SPACE.test(line.charAt(at - 1)) && !WORD.test(after(line, at));
}

/** The whole letter in front, also one of two code units. */
function before(line: string, at: number): string {
  const unit = line.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(unit) ? line.slice(Math.max(0, at - 2), at) : unit;
}

function after(line: string, at: number): string {
  const point = line.codePointAt(at + 1);
  return point === undefined ? '' : String.fromCodePoint(point);
}
