import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { addContact } from '#electron/people/contact-book.ts';
import { resolvePerson } from '#electron/people/identity.ts';
import { mergePeople, previewMerge } from '#electron/people/merge-people.ts';
import { nameByOwner } from '#electron/store/contacts.ts';
import { forgetRefusal, refuseMerge } from '#electron/store/merge-refusals.ts';
import { suggestMerges } from '#electron/store/merge-suggestions.ts';
import type { Store } from '#electron/store/store.ts';
import { memoryStore } from '../support/store.ts';

let store: Store;

beforeEach(() => {
  store = memoryStore();
});

afterEach(() => store.close());

const deps = () => ({ store, clock: () => 7 });

function add(words: { phone: string; ownName?: string; email?: string }): ContactId {
  return addContact(deps(), words).id;
}

function knownByUserId(bsuid: string, profileName: string): ContactId {
  const hint = { bsuid, parentBsuid: null, waId: null, username: null, profileName };
  return store.write((tx) => resolvePerson(tx, hint, 'portfolio', { at: 5, now: 5 }));
}

/** As an older program, or two lists, left it: nobody looked at the other way to write a number. */
function addWithPhone(phone: string): ContactId {
  return store.write((tx) => {
    const id = asId<ContactId>(
      tx.run('INSERT INTO contact (created_at, updated_at) VALUES (1, 1)').lastInsertRowid,
    );
    tx.run(
      "INSERT INTO contact_identity (contact_id, kind, value, first_seen_at) VALUES (?, 'phone', ?, 1)",
      id,
      phone,
    );
    return id;
  });
}

function suggested() {
  return suggestMerges(store).suggestions.map(({ contactIds, reason }) => [
    ...contactIds,
    reason.kind,
  ]);
}

describe('two contacts who may be one person', () => {
  it('are proposed when their numbers are one in Brazil, Mexico or Argentina', () => {
    for (const [one, other] of [
      ['+5511987650001', '+551187650001'],
      ['+5215512345678', '+525512345678'],
      ['+5491123456789', '+541123456789'],
    ] as const) {
      const pair = [addWithPhone(one), addWithPhone(other)];
      expect(suggested()).toContainEqual([...pair, 'phone']);
    }
    expect(suggestMerges(store).total).toBe(3);
  });

  it('are proposed when they have one e-mail address', () => {
    const ana = add({ phone: '+447700900111', email: 'Ana@example.com' });
    const also = add({ phone: '+447700900112', email: 'ana@example.com' });
    expect(suggested()).toEqual([[ana, also, 'email']]);
  });

  it('are not proposed for an address that many share', () => {
    for (let n = 0; n < 5; n += 1) {
      add({ phone: `+44770090012${n}`, email: 'none@example.com' });
    }
    expect(suggested()).toEqual([]);
  });

  it('are proposed when one has no number and the other the same full name', () => {
    const jose = add({ phone: '+447700900111', ownName: 'José  Núñez' });
    const also = knownByUserId('GB.1', 'jose nunez');
    expect(suggested()).toEqual([[jose, also, 'name']]);
  });

  it('are not proposed for a first name alone, nor when both have a number', () => {
    add({ phone: '+447700900111', ownName: 'Ana' });
    knownByUserId('GB.1', 'Ana');
    add({ phone: '+447700900112', ownName: 'Ana Silva' });
    add({ phone: '+447700900113', ownName: 'Ana Silva' });
    expect(suggested()).toEqual([]);
  });

  it('are not proposed, and can’t be merged, when WhatsApp knows them as two', () => {
    const one = knownByUserId('GB.1', 'Ana Silva');
    const two = knownByUserId('GB.2', 'Ana Silva');
    expect(suggested()).toEqual([]);
    expect(previewMerge(store, one, two).refusal).toContain('two people');
    expect(() => mergePeople(deps(), one, two)).toThrow(/two people/);
  });

  it('are not proposed again when the owner said that they are two, unless that is taken back', () => {
    const ana = add({ phone: '+447700900111', ownName: 'Ana Silva' });
    const also = knownByUserId('GB.1', 'Ana Silva');
    store.write((tx) => refuseMerge(tx, also, ana, 5));
    expect(suggested()).toEqual([]);
    store.write((tx) => forgetRefusal(tx, ana, also));
    expect(suggested()).toHaveLength(1);
  });
});

describe('the preview of a merge', () => {
  it('says what the one person is afterwards', () => {
    const ana = add({ phone: '+447700900111', ownName: 'Ana Silva', email: 'ana@example.com' });
    const also = knownByUserId('GB.1', 'Ana from the market');
    store.write((tx) => nameByOwner(tx, also, 'Ana B.', 9));
    const { together, contactIds } = previewMerge(store, also, ana);
    expect(contactIds).toEqual([ana, also]);
    mergePeople(deps(), ana, also);
    expect(previewMerge(store, ana, ana).people[0]).toEqual(together);
    expect(together).toMatchObject({ name: 'Ana B.', phones: ['+447700900111'] });
  });
});

describe('among fifty thousand people', () => {
  it('it takes no longer than a blink to find them', () => {
    store.write((tx) => {
      for (let n = 0; n < 50_000; n += 1) {
        const name = `Person Número ${n}`;
        tx.run(
          'INSERT INTO contact (id, name, email, created_at, updated_at) VALUES (?, ?, ?, 1, 1)',
          n + 1,
          n % 2 === 0 ? name : `Person Number ${n}`,
          n % 3 === 0 ? `${n}@example.com` : null,
        );
        const [kind, value] =
          n % 10 === 0
            ? ['bsuid', `BR.${n}`]
            : ['phone', `+5511${n % 2 === 0 ? '9' : ''}8${String(n).padStart(7, '0')}`];
        tx.run(
          'INSERT INTO contact_identity (contact_id, kind, value, first_seen_at) VALUES (?, ?, ?, 1)',
          n + 1,
          kind,
          value,
        );
      }
    });
    suggestMerges(store);
    // Time of the processor: the machine may have other things to do.
    const start = process.cpuUsage();
    suggestMerges(store);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(300);
  });
});
