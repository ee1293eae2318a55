import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId, ImportId } from '#shared/ids.ts';
import { deletePerson } from '#electron/people/erase-contact.ts';
import { isAbout } from '#electron/people/forget-in-imports.ts';
import { nameByOwner } from '#electron/store/contacts.ts';
import { findImport, keptBy, rejectionsOf } from '#electron/store/imports.ts';
import { undoImport } from '#electron/people/import/undo-import.ts';
import { NEVER, Rig } from './import/rig.ts';

const ZOE = '+447700900987';
const BIA = '+5511988887778';

const FILE = `phone,name,email,city
${ZOE},Zephyrine Quillfeather,zq@quill.example,Bath
${BIA},Bia,,Recife
07700 900987,Somebody Else,,Leeds
12,Zephyrine Quillfeather,,York
13,Call zq@quill.example,,Hull
14,Caio,,Rio
`;

function contactOf(rig: Rig, phone: string): ContactId {
  const row = rig.store
    .prepare<{ id: number }>('SELECT contact_id AS id FROM contact_identity WHERE value = ?')
    .get(phone);
  return asId<ContactId>(row?.id ?? 0);
}

/** All that imports remember, as one text. */
function books(rig: Rig): string {
  return [
    'import',
    'import_row',
    'import_rejection',
    'import_kept',
    'import_made',
    'import_mapping',
  ]
    .map((table) => JSON.stringify(rig.store.prepare(`SELECT * FROM ${table}`).all()))
    .join('\n');
}

function removeNoFile(): Promise<void> {
  return Promise.resolve();
}

async function erase(rig: Rig, id: ContactId): Promise<void> {
  const { store, clock } = rig;
  await deletePerson({ store, clock, removeFile: removeNoFile }, id, { withMessages: true });
}

async function undo(rig: Rig, id: ImportId): Promise<void> {
  rig.now += 60_000;
  await undoImport({ store: rig.store, clock: rig.clock, stopping: NEVER }, id, 'undone');
}

describe('somebody who is deleted', () => {
  it('is in no book of any import, and what the books say of others stays', async () => {
    using rig = new Rig();
    const { importId } = await rig.importText(FILE);
    await erase(rig, contactOf(rig, ZOE));
    expect(books(rig)).not.toMatch(/quill|zephyrine|7700 ?900987/i);
    const id = importId ?? asId<ImportId>(0);
    expect(findImport(rig.store, id)?.counts.rejected).toBe(4);
    expect(rejectionsOf(rig.store, id, 0, 10).map(({ row, value }) => [row, value])).toEqual([
      [4, ''],
      [5, ''],
      [6, ''],
      [7, '14'],
    ]);
  });

  it('is left out when the import is undone', async () => {
    using rig = new Rig();
    const { importId } = await rig.importText(FILE);
    await erase(rig, contactOf(rig, ZOE));
    await undo(rig, importId ?? asId<ImportId>(0));
    expect(rig.people()).toEqual([]);
    expect(findImport(rig.store, importId ?? asId<ImportId>(0))).toMatchObject({
      state: 'undone',
      kept: 0,
    });
  });

  it('after an undo had to keep them is no longer named among those', async () => {
    using rig = new Rig();
    const { importId } = await rig.importText(FILE);
    const id = importId ?? asId<ImportId>(0);
    for (const phone of [ZOE, BIA]) {
      rig.store.write((tx) => nameByOwner(tx, contactOf(rig, phone), `New ${phone}`, rig.now + 1));
    }
    await undo(rig, id);
    expect(keptBy(rig.store, id, 0, 10)).toHaveLength(2);
    await erase(rig, contactOf(rig, ZOE));
    expect(keptBy(rig.store, id, 0, 10)).toMatchObject([{ phone: BIA, name: `New ${BIA}` }]);
    expect(findImport(rig.store, id)?.kept).toBe(1);
  });
});

describe('a row is about a person', () => {
  const person = {
    contactIds: [asId<ContactId>(1)],
    phones: ['+436641234567'],
    names: ['Ana', 'Ana Maria Hofer', 'ana@hofer.example'],
  };

  it.each([
    ['+43 664 1234567'],
    ['0664/1234567 or 0664 1234567'],
    ['call 0043 (664) 12-34-567 after six'],
    ['６６４１２３４５６７'],
    ['ana'],
    ['ANA MARIA  HOFER, Wien'],
    ['mailto:Ana@Hofer.example'],
  ])('that says “%s”', (cell) => {
    expect(isAbout(person, ['x', cell])).toBe(true);
  });

  it.each([
    ['Ana Gomez'],
    ['Anabel'],
    ['Diana Maria Hofer'],
    ['234567'],
    ['+43 664 1234568'],
    [''],
  ])('but not one that says “%s”', (cell) => {
    expect(isAbout(person, ['x', cell])).toBe(false);
  });

  it('whose name stands in two cells', () => {
    expect(isAbout(person, ['12', 'Ana Maria', 'Hofer'])).toBe(true);
  });
});
