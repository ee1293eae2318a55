import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId, MergeId } from '#shared/ids.ts';
import { deletePerson } from '#electron/people/erase-contact.ts';
import { mergeContacts } from '#electron/people/identity-merge.ts';
import { mergeHistory } from '#electron/people/merge-people.ts';
import { undoMerge } from '#electron/people/undo-merge.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { updateProfile } from '#electron/store/contact-profile.ts';
import { labelContact, unlabelContact } from '#electron/store/label-holders.ts';
import { latestMergeOf } from '#electron/store/merges.ts';
import type { Store } from '#electron/store/store.ts';
import { copiedStores } from '../support/copied-stores.ts';
import { contradictions } from '../support/database-dump.ts';
import { addLabel } from '../support/segment-people.ts';
import { TRAITS, addTwo, openShop } from '../support/two-people.ts';
import { NOW, addShop, openWayIn } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import { SECOND_SHOP } from '../support/webhook-stories.ts';
import { MONDAY, delivery, message, messageDelivery, messagesChange } from '../support/webhooks.ts';

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

describe('a merge undone later', () => {
  let wayIn: WayIn;
  let pair: readonly [ContactId, ContactId];
  const ANA = { waId: '447700900111', name: 'Ana' };
  const BEA = { bsuid: 'GB.222', name: 'Bea' };

  beforeEach(async () => {
    wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery(ANA, { id: 'ana-1', timestamp: String(MONDAY) }),
      messageDelivery(BEA, { id: 'bea-1', timestamp: String(MONDAY + 1) }),
    );
    pair = [asId(1), asId(2)];
  });

  afterEach(() => wayIn.store.close());

  function whose(): readonly unknown[] {
    return wayIn.rows(
      `SELECT m.wamid, v.contact_id AS of FROM message m JOIN conversation v ON v.id = m.conversation_id ORDER BY m.id`,
    );
  }

  function undo(id: MergeId): void {
    undoMerge({ store: wayIn.store, clock: () => NOW }, id);
    expect(contradictions(wayIn.store)).toEqual([]);
  }

  it('gives what was written since to whoever wrote it, and opens their window', async () => {
    const id = merge(wayIn.store, ...pair, NOW);
    await wayIn.receive(
      messageDelivery(BEA, { id: 'bea-2', timestamp: String(MONDAY + 20) }),
      messageDelivery(ANA, { id: 'ana-2', timestamp: String(MONDAY + 10) }),
    );
    expect(wayIn.row('SELECT count(*) AS n FROM conversation')).toEqual({ n: 1 });
    undo(id);
    expect(whose()).toEqual([
      { wamid: 'ana-1', of: 1 },
      { wamid: 'bea-1', of: 2 },
      { wamid: 'bea-2', of: 2 },
      { wamid: 'ana-2', of: 1 },
    ]);
    const times = wayIn.rows(
      'SELECT contact_id AS of, customer_active_at AS at, unread_count AS unread FROM conversation ORDER BY 1',
    );
    expect(times).toEqual([
      { of: 1, at: (MONDAY + 10) * 1_000, unread: 2 },
      { of: 2, at: (MONDAY + 20) * 1_000, unread: 2 },
    ]);
  });

  it('gives a chat that began since to the one who began it', async () => {
    addShop(wayIn.store, SECOND_SHOP);
    const id = merge(wayIn.store, ...pair, NOW);
    await wayIn.receive(
      delivery(messagesChange([BEA], [message(BEA, { id: 'bea-3' })], SECOND_SHOP)),
    );
    undo(id);
    expect(whose()).toContainEqual({ wamid: 'bea-3', of: 2 });
    expect(wayIn.row('SELECT count(*) AS n FROM conversation')).toEqual({ n: 3 });
  });

  it('leaves what the owner changed since, and does not bring back what they took away', () => {
    const { store } = wayIn;
    const label = addLabel(store, 'VIP');
    store.write((tx) => {
      labelContact(tx, pair[1], label);
      updateProfile(tx, pair[1], { notes: 'Likes tulips' }, 1);
    });
    const id = merge(store, ...pair, NOW);
    store.write((tx) => {
      unlabelContact(tx, pair[0], label);
      updateProfile(tx, pair[0], { notes: 'Moved to Porto' }, 2);
    });
    undo(id);
    expect(wayIn.rows('SELECT id, notes FROM contact ORDER BY id')).toEqual([
      { id: 1, notes: 'Moved to Porto' },
      { id: 2, notes: 'Likes tulips' },
    ]);
    expect(wayIn.rows('SELECT * FROM contact_label')).toEqual([]);
  });

  it('counts a no since then for both, and a yes only for the one who said it', async () => {
    const consent = { source: 'stop_word', evidence: '{}', kind: 'opt_out', at: NOW } as const;
    const first = merge(wayIn.store, ...pair, NOW);
    wayIn.store.write((tx) => recordConsent(tx, { ...consent, contact_id: pair[0] }, NOW));
    undo(first);
    const optedOut = () => wayIn.rows('SELECT id, opted_out AS no FROM contact ORDER BY id');
    expect(optedOut()).toEqual([
      { id: 1, no: 1 },
      { id: 2, no: 1 },
    ]);
    const second = merge(wayIn.store, ...pair, NOW);
    await wayIn.receive(messageDelivery(BEA, { id: 'bea-yes' }));
    const yes = {
      ...consent,
      kind: 'opt_in',
      at: NOW + 1,
      evidence: '{"wamid":"bea-yes"}',
    } as const;
    wayIn.store.write((tx) => recordConsent(tx, { ...yes, contact_id: pair[0] }, NOW));
    undo(second);
    expect(optedOut()).toEqual([
      { id: 1, no: 1 },
      { id: 2, no: 0 },
    ]);
  });

  it('keeps the ids of both free, whoever comes in between', async () => {
    const id = merge(wayIn.store, ...pair, NOW);
    await wayIn.receive(messageDelivery({ bsuid: 'GB.333' }, { id: 'cai-1' }));
    undo(id);
    expect(whose()).toEqual([
      { wamid: 'ana-1', of: 1 },
      { wamid: 'bea-1', of: 2 },
      { wamid: 'cai-1', of: 3 },
    ]);
  });

  it('is refused while another merge stands on top, and goes one by one', async () => {
    await wayIn.receive(messageDelivery({ waId: '447700900333' }, { id: 'cai-1' }));
    const first = merge(wayIn.store, ...pair, NOW);
    const second = merge(wayIn.store, pair[0], asId(3), NOW);
    expect(() => undo(first)).toThrow(/Undo that one first/);
    undo(second);
    undo(first);
    expect(() => undo(first)).toThrow(/undone already/);
    expect(whose()).toEqual([
      { wamid: 'ana-1', of: 1 },
      { wamid: 'bea-1', of: 2 },
      { wamid: 'cai-1', of: 3 },
    ]);
  });

  it('is not possible once the person was erased, and nothing of them is kept for it', async () => {
    await wayIn.receive(messageDelivery({ waId: '447700900333' }, { id: 'cai-1' }));
    const id = merge(wayIn.store, asId(2), asId(3), NOW);
    merge(wayIn.store, pair[0], asId(2), NOW);
    const erasing = { store: wayIn.store, clock: () => NOW, removeFile: () => Promise.resolve() };
    await deletePerson(erasing, pair[0], { withMessages: true });
    for (const table of ['merge_log', 'merge_row', 'merge_chat', 'merge_message']) {
      expect(wayIn.rows(`SELECT * FROM ${table}`)).toEqual([]);
    }
    expect(() => undo(id)).toThrow(/not known any more/);
  });

  it('takes back what WhatsApp itself brought together, and says so in the history', async () => {
    await wayIn.receive(messageDelivery({ ...ANA, ...BEA }, { id: 'both' }));
    const [record] = mergeHistory(wayIn.store, null, 10);
    expect(record).toMatchObject({ names: ['Ana', 'Bea'], mergedBy: 'whatsapp', refusal: null });
    undo(record?.id ?? asId(0));
    expect(whose()).toEqual([
      { wamid: 'ana-1', of: 1 },
      { wamid: 'bea-1', of: 2 },
      { wamid: 'both', of: 2 },
    ]);
    expect(mergeHistory(wayIn.store, null, 10)).toMatchObject([{ undoneAt: NOW }]);
  });
});
