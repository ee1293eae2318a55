import { beforeEach, describe, expect, it } from 'vitest';
import { checkPhone } from '#electron/people/check-phone.ts';
import { countriesOf } from '#electron/people/contact-facets.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

let store: Store;

beforeEach(() => {
  store = memoryStore();
});

describe('a number that is being typed', () => {
  it('is read as its country writes it, and that is said', () => {
    expect(checkPhone(store, { text: '(11) 98765-4321', country: 'BR' })).toEqual({
      kind: 'number',
      phone: '+5511987654321',
      written: '+55 11 98765 4321',
      country: 'BR',
      holder: null,
    });
  });

  it('is of no country that nobody named', () => {
    expect(checkPhone(store, { text: '(11) 98765-4321', country: null })).toEqual({
      kind: 'no_country',
    });
    expect(checkPhone(store, { text: '(11) 98765-4321', country: 'XX' })).toEqual({
      kind: 'no_country',
    });
  });

  it('wins over the chosen country where it says its own', () => {
    expect(checkPhone(store, { text: '+49 1511 2000001', country: 'BR' })).toMatchObject({
      phone: '+4915112000001',
      country: 'DE',
    });
  });

  it('that is too short is refused in words', () => {
    const check = checkPhone(store, { text: '+55 11', country: null });
    expect(check.kind === 'refused' && check.reason).toMatch(/too few|too short/);
  });

  it('names who has it, in its older form too', () => {
    const { contactId } = addChat(store, addAccount(store), {
      name: 'Ana',
      phone: '+551187654321',
    });
    expect(checkPhone(store, { text: '11 98765-4321', country: 'BR' })).toMatchObject({
      holder: { id: contactId, name: 'Ana' },
    });
  });
});

describe('the countries of numbers', () => {
  it('are found by how the numbers begin, the most frequent first', () => {
    const countries = countriesOf([
      { beginning: '+374', people: 1 },
      { beginning: '+491', people: 2 },
      { beginning: '+493', people: 3 },
      { beginning: '+165', people: 4 },
      { beginning: '+999', people: 9 },
    ]);
    expect(countries).toEqual([
      { country: 'DE', callingCode: '+49', people: 5 },
      { country: 'US', callingCode: '+1', people: 4 },
      { country: 'AM', callingCode: '+374', people: 1 },
    ]);
  });
});
