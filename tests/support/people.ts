import { join } from 'node:path';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { updateProfile } from '#electron/store/contact-profile.ts';
import { createContact } from '#electron/store/contacts.ts';
import { assignIdentity } from '#electron/store/identities.ts';
import { labelContact } from '#electron/store/label-holders.ts';
import { insertLabel } from '#electron/store/labels.ts';
import { openStore } from '#electron/store/open.ts';
import { indexSome } from '#electron/store/search-index.ts';
import type { WriteTx } from '#electron/store/store.ts';

/** Names as they come: long ones, Arabic, accents. */
const NAMES = [
  'Ana Lima',
  'Donaudampfschifffahrtsgesellschaft Kapitänswitwe Maria Theresia von und zu Hohenberg',
  'نور منصور',
  'Sofía Núñez',
  '王小明',
] as const;

/**
 * Writes this many people into the database of a home that no app runs on: the first few with names
 * as they come, then `Person 00006` and on. Every third is a VIP, every fifth from Brazil, the others
 * from Germany.
 */
export function seedPeople(home: string, count: number): void {
  const store = openStore(join(home, 'frontdesk.db'));
  try {
    store.write((tx) => {
      const vip = insertLabel(tx, 'VIP', '#d97f1f', 0);
      for (let n = 1; n <= count; n += 1) {
        const id = addPerson(tx, n);
        if (n % 3 === 0) labelContact(tx, id, vip);
      }
    });
    while (store.write((tx) => indexSome(tx, 5000, 0)) > 0);
  } finally {
    store.close();
  }
}

function addPerson(tx: WriteTx, n: number): ContactId {
  const at = 1_760_000_000_000 + n * 60_000;
  const id = createContact(tx, at);
  const phone = n % 5 === 0 ? `+55119${80_000_000 + n}` : `+4915${112_000_000 + n}`;
  assignIdentity(tx, id, { kind: 'phone', value: phone, scope: '' }, at);
  const ownName = NAMES[n - 1] ?? `Person ${String(n).padStart(5, '0')}`;
  const language = n % 5 === 0 ? 'pt-BR' : 'de';
  updateProfile(tx, id, { ownName, language, email: `p${n}@example.com` }, at);
  return asId<ContactId>(id);
}
