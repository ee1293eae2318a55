import { describe, expect, it } from 'vitest';
import { beginning } from '#shared/whatsapp-text/beginning.ts';
import { emojiOnly } from '#shared/whatsapp-text/emoji-only.ts';

describe('a message of emoji alone', () => {
  it.each([
    ['🎉', 1],
    [' 👍🏽 ❤️', 2],
    ['👩‍👩‍👧‍👦🇦🇹3️⃣', 3],
    ['🎉🎉🎉🎉', undefined],
    ['hi 🎉', undefined],
    ['3', undefined],
    ['', undefined],
    ['🎉'.repeat(4096), undefined],
  ])('%j counts %s', (text, count) => {
    expect(emojiOnly(text)).toBe(count);
  });
});

describe('the beginning of a message', () => {
  it('is all of it when it is short, or hardly longer', () => {
    const text = 'word '.repeat(330);
    expect(beginning(text, 0)).toBe(text);
  });

  it('ends after some lines or some letters, and shows ten times as much at each step', () => {
    const text = 'line\n'.repeat(100_000);
    expect(beginning(text, 0).split('\n')).toHaveLength(22);
    expect(beginning(text, 1).split('\n')).toHaveLength(220);
    expect(beginning(text, 5)).toBe(text);
    expect(beginning('a'.repeat(9000), 0)).toHaveLength(1400);
  });

  it('cuts no emoji in half', () => {
    expect(beginning(`a${'🎉'.repeat(4096)}`, 0)).toHaveLength(1399);
  });
});
