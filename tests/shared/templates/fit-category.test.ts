import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#shared/templates/check.ts';
import { besideCards, fitCategory } from '#shared/templates/fit-category.ts';
import { withCodeWords } from '#shared/templates/code-words.ts';
import { aBody, aTemplate } from './builders.ts';

const FULL = aTemplate(
  {
    header: { kind: 'text', text: 'Spring', examples: {} },
    footer: { kind: 'text', text: 'Shop' },
    offer: { text: 'Ends soon', hasExpiration: false },
    buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }],
  },
  { category: 'MARKETING', ttlSeconds: 43_200 },
);

describe('a template that moves to another category', () => {
  it('keeps only what can stand there, so that nothing is against the rules', () => {
    const code = fitCategory(FULL, 'AUTHENTICATION');
    expect(checkTemplate(code)).toEqual([]);
    expect(checkTemplate(fitCategory(FULL, 'UTILITY'))).toEqual([]);
    expect(checkTemplate(fitCategory(code, 'UTILITY'))).toEqual([]);
  });

  it('has its own words again when it comes back', () => {
    const back = fitCategory(fitCategory(FULL, 'AUTHENTICATION'), 'MARKETING');
    expect(back.parts.body).toEqual(FULL.parts.body);
    expect(back.parts.buttons).toEqual([]);
  });
});

it('a carousel leaves only its words beside it', () => {
  const { header, footer, offer, buttons, body } = besideCards(FULL.parts);
  expect([header, footer, offer, buttons]).toEqual([null, null, null, []]);
  expect(body).toEqual(FULL.parts.body);
});

it('shows the words that Meta writes about a code', () => {
  const { parts } = aTemplate({
    body: { ...aBody(''), addSecurityRecommendation: true },
    footer: { kind: 'expiry', minutes: 10 },
  });
  const shown = withCodeWords(parts);
  expect(shown.body.text).toContain('do not share');
  expect(shown.footer).toEqual({ kind: 'text', text: 'This code expires in 10 minutes.' });
});
