import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { silentLog } from '#electron/log.ts';
import { startImportDesk } from '#electron/people/import/desk.ts';
import type { ImportDesk } from '#electron/people/import/desk.ts';
import { createUploadShelf } from '#electron/people/import/upload-shelf.ts';
import type { UploadShelf } from '#electron/people/import/upload-shelf.ts';
import { findImport } from '#electron/store/imports.ts';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import type { ColumnTarget, ImportReading } from '#shared/models/contact-import.ts';
import { Rig } from './rig.ts';

interface Run {
  readonly desk: ImportDesk;
  readonly uploads: UploadShelf;
  readonly folder: string;
}

/** The program begins, on the same home as before. */
async function begin(rig: Rig): Promise<Run> {
  const folder = join(rig.folder, 'imports');
  const uploads = await createUploadShelf(folder);
  const { store, clock } = rig;
  return { desk: startImportDesk({ store, clock, log: silentLog, uploads }), uploads, folder };
}

async function give({ uploads }: Run, bytes: string | Uint8Array): Promise<string> {
  const id = await uploads.begin('people.csv');
  await uploads.append(id, Buffer.from(bytes));
  return id;
}

function look(run: Run, uploadId: string, reading: Partial<ImportReading> = {}) {
  return run.desk.look({ uploadId, reading: { ...AS_IT_LOOKS, ...reading }, targets: null });
}

const LIST = 'phone;name\n+5511988887777;Ana\n12;Bia\n';

function fields(visits: 'text' | 'number', code: 'text' | 'date'): readonly ColumnTarget[] {
  return [
    { to: 'phone' },
    { to: 'field', field: 'Visits', type: visits },
    { to: 'field', field: 'Code', type: code },
  ];
}

describe('how a file is read', () => {
  it('can be corrected: encoding, what stands between the cells, and where the names are', async () => {
    using rig = new Rig();
    const run = await begin(rig);
    const text = 'Liste;;\nNummer;Kunde;x\n+436641234567;Zoë;1,2\n';
    const uploadId = await give(run, Buffer.from(text, 'latin1'));
    const found = await look(run, uploadId);
    expect(found).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 2 });
    expect(found.top.map(({ row, cells }) => [row, cells[1]])).toEqual([
      [1, ''],
      [2, 'Kunde'],
      [3, 'Zoë'],
    ]);
    const cyrillic = await look(run, uploadId, { encoding: 'windows-1251' });
    expect(cyrillic.columns[1]?.sample).toEqual(['Zoл']);
    const commas = await look(run, uploadId, { delimiter: ',', headerRow: 0 });
    expect(commas.columns.map(({ sample }) => sample[0])).toEqual(['Liste;;', '2']);
    expect(await look(run, uploadId, { headerRow: 0 })).toMatchObject({
      headerRow: null,
      dataRows: 3,
    });
    const third = await look(run, uploadId, { headerRow: 3 });
    expect(third.columns.map(({ header }) => header)).toEqual(['+436641234567', 'Zoë', '1,2']);
    await expect(look(run, uploadId, { headerRow: 9 })).rejects.toThrow(/nothing in row 9/);
    await run.desk.stop();
  });

  it('makes a field of the type that was chosen, if all cells are of it', async () => {
    using rig = new Rig();
    const run = await begin(rig);
    const uploadId = await give(run, 'phone,visits,code\n+5511988887777,3,A1\n');
    const found = await look(run, uploadId);
    expect(found.columns.map(({ type }) => type)).toEqual(['text', 'number', 'text']);
    const choices = { uploadId, reading: AS_IT_LOOKS, country: null };
    await expect(
      run.desk.rehearse({ ...choices, targets: fields('number', 'date') }),
    ).rejects.toThrow(/Not all cells of the column “code”/);
    const { id } = await run.desk.apply({ ...choices, targets: fields('text', 'text') });
    await vi.waitFor(() =>
      expect(findImport(rig.store, asId<ImportId>(id))).toMatchObject({ state: 'done' }),
    );
    expect(rig.store.prepare('SELECT name, type FROM custom_field ORDER BY name').all()).toEqual([
      { name: 'Code', type: 'text' },
      { name: 'Visits', type: 'text' },
    ]);
    await run.desk.stop();
  });
});

describe('a file that was begun with', () => {
  it('is still there after the program ended, with all that was decided', async () => {
    using rig = new Rig();
    const first = await begin(rig);
    const uploadId = await give(first, LIST);
    await give(first, 'left behind');
    await look(first, uploadId);
    const targets = [{ to: 'phone' }, { to: 'nothing' }] as const;
    const choices = { uploadId, reading: AS_IT_LOOKS, targets, country: 'BR' } as const;
    await first.desk.rehearse(choices);
    await first.desk.stop();

    const second = await begin(rig);
    expect(second.uploads.drafts.latest()).toEqual({
      uploadId,
      fileName: 'people.csv',
      reading: AS_IT_LOOKS,
      targets,
      defaultCountry: 'BR',
      step: 'check',
      importId: null,
    });
    expect(readdirSync(second.folder).toSorted()).toEqual([uploadId, 'draft.json'].toSorted());
    await expect(second.desk.rehearsed(uploadId, 'all', 0, 10)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await second.desk.rehearse(choices)).counts).toMatchObject({ created: 1, rejected: 1 });
    await second.desk.stop();
  });

  it('is gone when it is imported, or when the owner takes another', async () => {
    using rig = new Rig();
    const run = await begin(rig);
    const dropped = await give(run, LIST);
    await look(run, dropped);
    await run.desk.discard(dropped);
    expect(run.uploads.drafts.latest()).toBeNull();

    const uploadId = await give(run, LIST);
    await look(run, uploadId);
    await run.desk.rehearse({ uploadId, reading: AS_IT_LOOKS, targets: null, country: null });
    await run.desk.apply({ uploadId, reading: AS_IT_LOOKS, targets: null, country: null });
    await vi.waitFor(() => expect(run.uploads.drafts.latest()).toBeNull());
    await vi.waitFor(() => expect(readdirSync(run.folder)).toEqual([]));
    await run.desk.stop();
  });

  it('stays when its import was cancelled, and says which one that was', async () => {
    using rig = new Rig();
    const run = await begin(rig);
    const rows = Array.from({ length: 2_000 }, (_, index) => `+55119${80_000_000 + index};P`);
    const uploadId = await give(run, `phone;name\n${rows.join('\n')}\n`);
    await look(run, uploadId);
    const choices = { uploadId, reading: AS_IT_LOOKS, targets: null, country: null };
    const { id } = await run.desk.apply(choices);
    await run.desk.cancel(asId<ImportId>(id));
    expect(run.uploads.drafts.latest()).toMatchObject({ uploadId, importId: id, step: 'check' });
    expect((await run.desk.rehearse(choices)).counts.created).toBe(2_000);
    await run.desk.stop();
  });

  it('that can’t be read any more is none', async () => {
    using rig = new Rig();
    const first = await begin(rig);
    const uploadId = await give(first, LIST);
    await look(first, uploadId);
    await first.desk.stop();
    writeFileSync(join(first.folder, 'draft.json'), '{"uploadId":1}');
    const second = await begin(rig);
    expect(second.uploads.drafts.latest()).toBeNull();
    expect(readdirSync(second.folder)).toEqual(['draft.json']);
    await second.desk.stop();
  });
});

describe('a dry run', () => {
  it('of many rows is told page by page, each kind by itself', async () => {
    using rig = new Rig();
    const run = await begin(rig);
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      index % 3 === 2 ? `12;Refused ${index}` : `+55119${80_000_000 + index};Person ${index}`,
    );
    const uploadId = await give(run, `phone;name\n${rows.join('\n')}\n`);
    const choices = { uploadId, reading: AS_IT_LOOKS, targets: null, country: null };
    const { counts } = await run.desk.rehearse(choices);
    expect(counts).toMatchObject({ created: 2_000, rejected: 1_000 });
    const page = await run.desk.rehearsed(uploadId, 'rejected', 990, 200);
    expect(page.map(({ row }) => row)).toEqual(
      Array.from({ length: 10 }, (_, index) => (990 + index) * 3 + 4),
    );
    expect(await run.desk.rehearsed(uploadId, 'updated', 0, 10)).toEqual([]);
    expect(await run.desk.rehearsed(uploadId, 'all', 2_999, 10)).toMatchObject([{ row: 3_001 }]);
    await run.desk.stop();
  });

  it('gives way to the next one', async () => {
    using rig = new Rig();
    const run = await begin(rig);
    const rows = Array.from({ length: 3_000 }, (_, index) => `+55119${80_000_000 + index};P`);
    const uploadId = await give(run, `phone;name\n${rows.join('\n')}\n`);
    const choices = { uploadId, reading: AS_IT_LOOKS, targets: null, country: null };
    const first = run.desk.rehearse(choices);
    const second = run.desk.rehearse(choices);
    await expect(first).rejects.toMatchObject({ code: 'conflict' });
    expect((await second).counts.created).toBe(3_000);
    await run.desk.stop();
  });
});
