import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactId, MergeId } from '#shared/ids.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { undoMerge } from '#electron/people/undo-merge.ts';
import { latestMergeOf } from '#electron/store/merges.ts';
import type { Store } from '#electron/store/store.ts';
import { copiedStores } from '../support/copied-stores.ts';
import { contradictions } from '../support/database-dump.ts';
import { TRAITS, addTwo, openShop } from '../support/two-people.ts';

const newStore = copiedStores();

const trait = fc.record({
  what: fc.constantFrom(...TRAITS),
  a: fc.nat(5),
  b: fc.nat(9),
});
const traits = fc.array(trait, { maxLength: 25 });

function merge(store: Store, a: ContactId, b: ContactId, now = 500): MergeId {
  const kept = store.write((tx) => mergeContacts(tx, a, b, now, 'owner'));
  const entry = latestMergeOf(store, kept);
  if (entry === undefined) throw new Error('The merge was not written down.');
  return entry.id;
}

/** Every row of every table, but for the journal, the search index and ids that nobody refers to. */
function everything(store: Store): unknown {
  const tables = store
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'merge%'
         AND name NOT LIKE '%search%' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = store.prepare<Record<string, unknown>>(`SELECT * FROM ${name}`).all();
      const shown = rows.map(({ id, ...row }) =>
        ['contact_identity', 'consent_event'].includes(name) ? row : { id, ...row },
      );
      return [name, shown.map((row) => JSON.stringify(row)).toSorted()];
    }),
  );
}

describe('a merge undone at once', () => {
  it('leaves every table as it was, whatever the two had', () => {
    fc.assert(
      fc.property(traits, traits, (mine, theirs) => {
        const store = newStore();
        const [a, b] = addTwo(openShop(store), [mine, theirs]);
        const before = everything(store);
        undoMerge({ store, clock: () => 900 }, merge(store, a, b));
        expect(everything(store)).toEqual(before);
        expect(contradictions(store)).toEqual([]);
        store.close();
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
