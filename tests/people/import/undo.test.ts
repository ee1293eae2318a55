import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId, ImportId } from '#shared/ids.ts';
import { recordConsent } from '#electron/store/consent.ts';
import { insertField, setFieldValue } from '#electron/store/custom-fields.ts';
import { nameByOwner } from '#electron/store/contacts.ts';
import { findImport, keptBy } from '#electron/store/imports.ts';
import { labelContact } from '#electron/store/label-holders.ts';
import { insertLabel } from '#electron/store/labels.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { undoImport } from '#electron/people/import/undo-import.ts';
import { addAccount, addChat } from '../../support/store.ts';
import { dumpPeople, NEVER, outcome, Rig } from './rig.ts';

const ANA = '+5511988887777';
const BIA = '+5511988887778';

const FILE = `phone,name,email,labels,notes,language,opted_out,visits,city
${ANA},Ana Maria,ana@example.com,VIP;Spring,owes 20,pt-BR,yes,many,Rio
${BIA},Bia,bia@example.com,Spring,,es,,3,Recife
+5511988887779,Caio,,,,,,,
12,nobody,,,,,,,
`;

/** Ana has a chat, a label, a note and a field; Bia only wrote. */
function populate(rig: Rig): { ana: ContactId; bia: ContactId } {
  const accountId = addAccount(rig.store);
  const ana = addChat(rig.store, accountId, { name: 'Ana', phone: ANA }).contactId;
  const bia = addChat(rig.store, accountId, { name: 'Bia', phone: BIA }).contactId;
  rig.store.write((tx) => {
    labelContact(tx, ana, insertLabel(tx, 'VIP', '#3f8f63', 1));
    setFieldValue(tx, ana, insertField(tx, { name: 'visits', type: 'number' }, 1), '7');
    tx.run("UPDATE contact SET notes = 'a note of old', profile_name = 'Aninha' WHERE id = ?", ana);
    recordConsent(
      tx,
      { contact_id: ana, kind: 'opt_in', source: 'owner', evidence: '{}', at: 5 },
      5,
    );
  });
  return { ana, bia };
}

function searchWords(rig: Rig): readonly unknown[] {
  while (rig.store.write((tx) => indexSome(tx, 500, rig.now)) > 0);
  return rig.store.prepare('SELECT rowid, words FROM contact_search ORDER BY rowid').all();
}

async function undo(rig: Rig, id: ImportId | null): Promise<void> {
  rig.now += 60_000;
  const deps = { store: rig.store, clock: rig.clock, stopping: NEVER };
  await undoImport(deps, id ?? asId<ImportId>(0), 'undone');
}

describe('an import', () => {
  it('done twice changes nothing the second time', async () => {
    using rig = new Rig();
    populate(rig);
    expect(outcome(await rig.importText(FILE))).toBe(
      '1 created, 2 updated, 0 unchanged, 0 skipped, 1 rejected (5)',
    );
    const once = dumpPeople(rig.store);
    expect(outcome(await rig.importText(FILE))).toBe(
      '0 created, 0 updated, 3 unchanged, 0 skipped, 1 rejected (5)',
    );
    expect(dumpPeople(rig.store)).toEqual(once);
  });

  it('only rehearsed says the same and writes nothing', async () => {
    using rig = new Rig();
    populate(rig);
    const before = dumpPeople(rig.store);
    const path = rig.file(FILE);
    const rehearsed = await rig.import(path, { isDryRun: true });
    expect(dumpPeople(rig.store)).toEqual(before);
    expect(rig.store.prepare('SELECT 1 FROM import').all()).toEqual([]);
    const applied = await rig.import(path);
    expect({ ...rehearsed, importId: applied.importId }).toEqual(applied);
  });

  it('undone leaves every table byte for byte as it was', async () => {
    using rig = new Rig();
    populate(rig);
    const before = { tables: dumpPeople(rig.store), search: searchWords(rig) };
    const { importId } = await rig.importText(FILE);
    searchWords(rig);
    expect(dumpPeople(rig.store)).not.toEqual(before.tables);
    await undo(rig, importId);
    expect({ tables: dumpPeople(rig.store), search: searchWords(rig) }).toEqual(before);
    expect(findImport(rig.store, importId ?? asId<ImportId>(0))).toMatchObject({
      state: 'undone',
      kept: 0,
    });
  });

  it('undone in the middle of others takes back its own work only', async () => {
    using rig = new Rig();
    const first = await rig.importText(`phone,name\n${ANA},Ana\n`);
    const second = await rig.importText(`phone,name,city\n${ANA},Ana,Rio\n${BIA},Bia,Rio\n`);
    await undo(rig, second.importId);
    expect(rig.people()).toEqual([`${ANA} · Ana`]);
    await undo(rig, first.importId);
    expect(rig.people()).toEqual([]);
  });

  it('undone keeps what was changed since, and says of whom and why', async () => {
    using rig = new Rig();
    const { ana, bia } = populate(rig);
    const { importId } = await rig.importText(FILE);
    rig.now += 1;
    const accountId = addAccount(rig.store, 'Second');
    rig.store.write((tx) => {
      nameByOwner(tx, ana, 'Ana of the market', rig.now);
      const caio = asId<ContactId>(bia + 1);
      tx.run(
        'INSERT INTO conversation (account_id, contact_id, created_at) VALUES (?, ?, ?)',
        accountId,
        caio,
        rig.now,
      );
      recordConsent(
        tx,
        { contact_id: bia, kind: 'opt_out', source: 'stop_word', evidence: '{}', at: rig.now },
        rig.now,
      );
    });
    await undo(rig, importId);
    expect(rig.people()).toEqual([
      `${ANA} · Ana of the market · a note of old · #VIP · visits=7`,
      `${BIA} · Bia · opted out`,
      '+5511988887779',
    ]);
    expect(keptBy(rig.store, importId ?? asId<ImportId>(0), 0, 10)).toEqual([
      {
        row: 2,
        phone: ANA,
        name: 'Ana of the market',
        reason: 'Changed since and therefore kept: name.',
      },
      {
        row: 4,
        phone: '+5511988887779',
        name: null,
        reason: 'There is a chat with this person by now, so the contact stays.',
      },
    ]);
  });
});
