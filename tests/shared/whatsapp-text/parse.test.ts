import { describe, expect, it } from 'vitest';
import { createRandom } from '#shared/random.ts';
import { parseWords } from '#shared/whatsapp-text/parse.ts';
import { plainText } from '#shared/whatsapp-text/plain-text.ts';
import type { Block, Inline } from '#shared/whatsapp-text/tree.ts';

/** As HTML would be written, which is the shortest way to say a tree. */
function markup(text: string): string {
  return parseWords(text).map(blockMarkup).join('|');
}

function blockMarkup(block: Block): string {
  const inside =
    'items' in block
      ? block.items.map(({ children }) => `<li>${children.map(inlineMarkup).join('')}</li>`)
      : block.children.map(inlineMarkup);
  return block.kind === 'paragraph'
    ? inside.join('')
    : `<${block.kind}>${inside.join('')}</${block.kind}>`;
}

const TAGS = { bold: 'b', italic: 'i', strike: 's', code: 'c', preformatted: 'm', link: 'a' };

function inlineMarkup(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  const inside = 'children' in inline ? inline.children.map(inlineMarkup).join('') : inline.text;
  return `<${TAGS[inline.kind]}>${inside}</${TAGS[inline.kind]}>`;
}

/** Puts back what the tree left out. */
function source(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if ('items' in block) {
        return block.items
          .map(({ marker, children }) => marker + children.map(inlineSource).join(''))
          .join('\n');
      }
      const words = block.children.map(inlineSource).join('');
      return block.kind === 'quote' ? quoteSource(block.children) : words;
    })
    .join('\n');
}

/** Line breaks inside a monospaced run do not begin a new line of the quote. */
function quoteSource(children: readonly Inline[]): string {
  return `> ${children
    .map((child) =>
      child.kind === 'text' ? child.text.replaceAll('\n', '\n> ') : inlineSource(child),
    )
    .join('')}`;
}

const MARKS = { bold: '*', italic: '_', strike: '~', code: '`', preformatted: '```' };

function inlineSource(inline: Inline): string {
  if (inline.kind === 'text' || inline.kind === 'link') return inline.text;
  const inside = 'children' in inline ? inline.children.map(inlineSource).join('') : inline.text;
  return MARKS[inline.kind] + inside + MARKS[inline.kind];
}

describe('words as WhatsApp shows them', () => {
  it.each([
    ['*bold*', '<b>bold</b>'],
    ['_a_ ~b~ `c` ```d```', '<i>a</i> <s>b</s> <c>c</c> <m>d</m>'],
    ['*bold _and italic_ ~gone~*', '<b>bold <i>and italic</i> <s>gone</s></b>'],
    ['(*a*), "_b_".', '(<b>a</b>), "<i>b</i>".'],
    ['*a*b*', '<b>a*b</b>'],
    ['**a**', '*<b>a</b>*'],
    ['`*a*` ```_b_```', '<c>*a*</c> <m>_b_</m>'],
    ['```one\ntwo```', '<m>one\ntwo</m>'],
    ['*https://a.example/_x_y*', '<b><a>https://a.example/_x_y</a></b>'],
    ['🎉*a*🎉', '🎉<b>a</b>🎉'],
    ['*أهلا* _你好_', '<b>أهلا</b> <i>你好</i>'],
    ['> said\n> *both*\nanswer', '<quote>said\n<b>both</b></quote>|answer'],
    [
      '- a\n* b\n3. c\n4. d',
      '<bullets><li>a</li><li>b</li></bullets>|<numbers><li>c</li><li>d</li></numbers>',
    ],
  ])('%j', (text, expected) => {
    expect(markup(text)).toBe(expected);
  });

  it.each([
    '5 * 3 * 2',
    'snake_case_name and a*b*c',
    'a * not bold*',
    '*not bold *',
    '*not\nbold*',
    'w𝐨*r*d',
    '**',
    '``````',
    '> ',
    '2024.12 and 1.5',
    '-dash',
    '*_~`',
  ])('%j keeps every sign', (text) => {
    const [block] = parseWords(text);
    expect(block).toMatchObject({ children: text === '> ' ? [] : [{ kind: 'text', text }] });
  });

  it('are plain in a list: no marks, and nothing that turns the direction of writing', () => {
    expect(plainText('> *Hi* _you_\n- `a`\n2. \u202Eb\u2066c')).toBe('Hi you\n• a\n2. bc');
  });
});

const SIGNS = [
  '*',
  '_',
  '~',
  '`',
  '```',
  '> ',
  '- ',
  '* ',
  '1. ',
  '\n',
  ' ',
  'a',
  '字',
  'ب',
  '🎉',
  '\uD83D',
  '\u202E',
  'https://a.example/x',
  '.',
  '(',
] as const;

describe('any text', () => {
  it('loses nothing but its marks, and never breaks the reader', () => {
    const random = createRandom('words');
    for (let round = 0; round < 4000; round += 1) {
      const text = Array.from({ length: 1 + random.below(24) }, () => random.pick(SIGNS)).join('');
      expect(source(parseWords(text))).toBe(text);
    }
  });

  it.each([
    ['100,000 lines', (n: number) => 'line *b*\n'.repeat(n)],
    ['quotes', (n: number) => '> a\n'.repeat(n)],
    ['open marks', (n: number) => ' *a _b ~c'.repeat(n)],
    ['marks upon marks', (n: number) => '*_~'.repeat(n)],
    ['closing marks', (n: number) => 'a* '.repeat(n)],
    ['fences', (n: number) => '```'.repeat(n)],
    ['open fences', (n: number) => '``` a\n`'.repeat(n)],
    ['code', (n: number) => '` `'.repeat(n)],
    ['links', (n: number) => 'https://a.example '.repeat(n)],
    ['brackets', (n: number) => `https://a.example/${')'.repeat(n)}`],
    ['emoji', (n: number) => '👩‍👩‍👧‍👦'.repeat(n)],
    ['overrides', (n: number) => '\u202E\u2066*a*'.repeat(n)],
  ])('costs work in proportion to its length: %s', (_name, make) => {
    const small = stepsOf(make(1000));
    expect(stepsOf(make(100_000))).toBeLessThan(small * 101 + 1000);
  });
});

function stepsOf(text: string): number {
  const effort = { steps: 0 };
  parseWords(text, effort);
  return effort.steps;
}
