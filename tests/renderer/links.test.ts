import { describe, expect, it } from 'vitest';
import { splitLinks } from '../../renderer/features/inbox/message/links.ts';

const links = (text: string) =>
  splitLinks(text).flatMap((part) => (part.kind === 'link' ? [part.url] : []));
const words = (text: string) =>
  splitLinks(text)
    .map((part) => part.text)
    .join('');

describe('links in a message', () => {
  it('are found between words, without the signs of the sentence', () => {
    expect(splitLinks('See (https://a.example/x?y=1), or http://b.example.')).toEqual([
      { kind: 'text', text: 'See (' },
      { kind: 'link', text: 'https://a.example/x?y=1', url: 'https://a.example/x?y=1' },
      { kind: 'text', text: '), or ' },
      { kind: 'link', text: 'http://b.example', url: 'http://b.example/' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('keep brackets that belong to them', () => {
    expect(links('https://a.example/wiki/Rose_(flower)')).toEqual([
      'https://a.example/wiki/Rose_(flower)',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://',
    'https://bank.example@evil.example/',
  ])('are never made of %s', (text) => {
    expect(splitLinks(text)).toEqual([{ kind: 'text', text }]);
  });

  it('end at a quote, so that nothing can break out of an attribute', () => {
    expect(links('https://x.example"onmouseover="alert(1)')).toEqual(['https://x.example/']);
  });

  it('lose no letter of the message', () => {
    const text = 'a https://a.example/… b ((https://b.example)) https://c.example/*bold* <x>';
    expect(words(text)).toBe(text);
  });

  it('are split in time even when a customer sends 60,000 brackets', () => {
    const text = `https://a.example/${')'.repeat(60_000)}`;
    const start = performance.now();
    expect(words(text)).toBe(text);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
