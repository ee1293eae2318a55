import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#shared/json.ts';
import { readEmojiBook } from '../../renderer/emoji/emoji-book.ts';
import { colonWordAt, findEmoji } from '../../renderer/emoji/find-emoji.ts';

const { resolve } = createRequire(import.meta.url);

function bundled(path: string) {
  return parseJson(readFileSync(resolve(`emojibase-data/en/${path}`), 'utf8'));
}

const book = readEmojiBook(
  bundled('data.json'),
  bundled('messages.json'),
  bundled('shortcodes/github.json'),
);

function found(typed: string): string[] {
  return findEmoji(book.entries, typed, 5).map(({ emoji }) => emoji);
}

describe('the book of emoji', () => {
  it('has them all, in groups, without the parts that nobody sends', () => {
    expect(book.entries.length).toBeGreaterThan(1800);
    expect(book.groups.map(({ label }) => label)).not.toContain('components');
    const groups = new Set(book.groups.map(({ index }) => index));
    expect(book.entries.every(({ group }) => groups.has(group))).toBe(true);
  });

  it('has a thumb in six tones, written as phones write it', () => {
    const thumb = book.entries.find(({ emoji }) => emoji === '👍');
    expect(thumb?.names).toEqual(['+1', 'thumbsup']);
    expect([...(thumb?.skins.values() ?? [])]).toEqual(['👍🏻', '👍🏼', '👍🏽', '👍🏾', '👍🏿']);
  });

  it('reads anything without failing', () => {
    expect(readEmojiBook(null, { groups: 7 }, [])).toEqual({ entries: [], groups: [] });
  });
});

describe('emoji by name', () => {
  it('puts a whole name first, then beginnings', () => {
    expect(found('smile')[0]).toBe('😄');
    expect(found('+1')).toEqual(['👍']);
    expect(found('pray')[0]).toBe('🙏');
    expect(found('bouq')).toEqual(['💐']);
    expect(found('xyzzy')).toEqual([]);
  });

  it.each([
    [':smi', { start: 0, typed: 'smi' }],
    ['Hello :smi', { start: 6, typed: 'smi' }],
    ['(:heart', { start: 1, typed: 'heart' }],
    [':+1', { start: 0, typed: '+1' }],
    [':)', undefined],
    [':D', undefined],
    ['at 10:30', undefined],
    ['https://a', undefined],
    ['note:this', undefined],
    [': smile', undefined],
  ])('“%s”', (text, word) => {
    expect(colonWordAt(text, text.length)).toEqual(word);
  });

  it('looks only before the caret', () => {
    expect(colonWordAt(':smile and :sad', 4)).toEqual({ start: 0, typed: 'smi' });
  });
});
