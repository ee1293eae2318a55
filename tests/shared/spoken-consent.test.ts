import { describe, expect, it } from 'vitest';
import { DEFAULT_CONSENT_SETTINGS } from '#shared/consent-settings.ts';
import { confirmationFor, wordOnOffers } from '#shared/spoken-consent.ts';

const settings = {
  ...DEFAULT_CONSENT_SETTINGS,
  confirmation: 'Done.',
  confirmations: { de: 'Erledigt.', pt: 'Feito.' },
};

describe('a message that may be a word on offers', () => {
  it('stops them, starts them only where that counts, and says nothing else', () => {
    expect(wordOnOffers('  PARAR! ', settings)).toBe('opt_out');
    expect(wordOnOffers('start', settings)).toBeUndefined();
    expect(wordOnOffers('start', { ...settings, startCounts: true })).toBe('opt_in');
    expect(wordOnOffers('Please stop by at noon', settings)).toBeUndefined();
    expect(wordOnOffers('stop', { ...settings, stopWords: ['chega'] })).toBeUndefined();
  });
});

describe('the answer to a stop word', () => {
  it.each<[string | null, string, string]>([
    ['pt-BR', 'stop', 'Feito.'],
    ['fr', 'abmelden', 'Done.'],
    [null, 'Abmelden!', 'Erledigt.'],
    [null, 'parar', 'Done.'],
    [null, 'stop', 'Done.'],
  ])('to somebody who speaks %j and wrote “%s” is “%s”', (language, said, answer) => {
    expect(confirmationFor(settings, { language, said })).toBe(answer);
  });
});
