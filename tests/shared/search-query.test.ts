import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#shared/search-query.ts';
import type { SearchQuery, SearchTerm } from '#shared/search-query.ts';

const NOW = new Date(2026, 10, 22, 15, 30).getTime();

function day(year: number, month: number, date: number): number {
  return new Date(year, month - 1, date).getTime();
}

function word(text: string, isPrefix = false): SearchTerm {
  const [first = '', ...rest] = text.split(' ');
  return { words: [first, ...rest], isPrefix };
}

describe('a question', () => {
  it.each<[string, Partial<SearchQuery>]>([
    ['white peon', { terms: [word('white'), word('peon', true)] }],
    ['white peonies ', { terms: [word('white'), word('peonies')] }],
    ['"white peonies"', { terms: [word('white peonies')] }],
    ['"white peo', { terms: [word('white peo', true)] }],
    ['roses -red ', { terms: [word('roses')], excluded: [word('red')] }],
    ['-"dark red" roses ', { terms: [word('roses')], excluded: [word('dark red')] }],
    ["don't ", { terms: [word('don t')] }],
    ['https://example.com ', { terms: [word('https example com')] }],
    ['from:me from:"Ana Souza" ', { fromMe: true, fromNames: ['Ana Souza'], terms: [] }],
    ['FROM:Me HAS:Image ', { fromMe: true, has: ['image'] }],
    ['in:bakery is:failed', { inNames: ['bakery'], is: ['failed'] }],
    ['before:2026-11', { before: day(2026, 11, 1) }],
    ['after:2025 ', { after: day(2025, 1, 1) }],
    ['after:yesterday before:today', { after: day(2026, 11, 21), before: day(2026, 11, 22) }],
    [
      'before:2026-02-30 ',
      { before: null, hints: [{ kind: 'no_date', part: 'before:2026-02-30' }] },
    ],
    ['has:gold ', { terms: [word('gold')], hints: [{ kind: 'unknown_value', part: 'has:gold' }] }],
    ['has:gol', { terms: [], hints: [] }],
    ['label:VIP label:"Weekly order"', { labelNames: ['VIP', 'Weekly order'], hints: [] }],
    ['in:campaign', { inNames: [], hints: [{ kind: 'not_yet', part: 'in:campaign' }] }],
    ['-red ', { hints: [{ kind: 'only_excluded', part: '-red' }] }],
    ['', { terms: [], hints: [] }],
    ['?! 🙏', { terms: [], hints: [] }],
  ])('“%s”', (text, expected) => {
    expect(parseSearch(text, NOW)).toMatchObject(expected);
  });

  it('is never an error, and gives only words that the index can be asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { terms, excluded } = parseSearch(text, NOW);
        for (const { words } of [...terms, ...excluded]) {
          for (const part of words) expect(part).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
        }
      }),
    );
  });
});
