import { describe, expect, it } from 'vitest';
import { findLinks } from '#shared/whatsapp-text/links.ts';

const urls = (text: string) => findLinks(text, { steps: 0 }).map(({ url }) => url);

describe('links in a message', () => {
  it('are found between words, without the signs of the sentence', () => {
    const text = 'See (https://a.example/x?y=1), or http://b.example.';
    expect(findLinks(text, { steps: 0 })).toEqual([
      { start: 5, text: 'https://a.example/x?y=1', url: 'https://a.example/x?y=1' },
      { start: 34, text: 'http://b.example', url: 'http://b.example/' },
    ]);
  });

  it('go to the web, to mail and to the telephone', () => {
    expect(urls('www.shop.example/a mailto:ana@shop.example tel:+431234567')).toEqual([
      'https://www.shop.example/a',
      'mailto:ana@shop.example',
      'tel:+431234567',
    ]);
  });

  it('keep brackets that belong to them', () => {
    expect(urls('https://a.example/wiki/Rose_(flower)')).toEqual([
      'https://a.example/wiki/Rose_(flower)',
    ]);
  });

  it('say their true target when their letters only look alike', () => {
    expect(urls('https://аррle.example/')).toEqual(['https://xn--le-6kc8da.example/']);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://',
    'https://bank.example@evil.example/',
    'nohttps://a.example',
    'mailto:',
    'tel:javascript',
    '+43 1 234 567 or 0664/1234567',
  ])('are never made of %s', (text) => {
    expect(urls(text)).toEqual([]);
  });

  it('end at a quote, so that nothing can break out of an attribute', () => {
    expect(urls('https://x.example"onmouseover="alert(1)')).toEqual(['https://x.example/']);
  });

  it('end where the direction of writing is turned, so that nothing is read backwards', () => {
    expect(urls('https://x.example/\u202Egpj.exe')).toEqual(['https://x.example/']);
  });
});
