import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addContact } from '#electron/people/contact-book.ts';
import { correctPhone } from '#electron/people/correct-phone.ts';
import { findContact } from '#electron/store/contact-list.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

let store: Store;
let deps: { store: Store; clock: () => number };

beforeEach(() => {
  store = memoryStore();
  let now = 9;
  deps = { store, clock: () => (now += 1) };
});

afterEach(() => store.close());

describe('a number that the owner wrote down', () => {
  it('can be corrected, however it is typed, and put back', () => {
    const { id } = addContact(deps, { phone: '+5511988887777' });
    expect(correctPhone(deps, id, '+55 (11) 98888-7778')).toBe('+5511988887777');
    expect(findContact(store, id)?.phone).toBe('+5511988887778');
    expect(correctPhone(deps, id, '+5511988887777')).toBe('+5511988887778');
    expect(findContact(store, id)?.phone).toBe('+5511988887777');
  });

  it('is refused in words without a country, or when somebody has it', () => {
    const { id } = addContact(deps, { phone: '+5511988887777' });
    addContact(deps, { phone: '+5511988886666' });
    expect(() => correctPhone(deps, id, '11 98888-7778')).toThrow(/country/);
    expect(() => correctPhone(deps, id, '+5511988886666')).toThrow('belongs to');
    expect(findContact(store, id)?.phone).toBe('+5511988887777');
  });

  it('stays as WhatsApp told it', () => {
    const { contactId } = addChat(store, addAccount(store), { phone: '+5511988887777' });
    expect(() => correctPhone(deps, contactId, '+5511988887778')).toThrow('WhatsApp itself');
  });
});
