import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, vi } from 'vitest';
import { silentLog } from '#electron/log.ts';
import { startImportDesk } from '#electron/people/import/desk.ts';
import type { ImportDesk } from '#electron/people/import/desk.ts';
import { resumeImports, undoImport } from '#electron/people/import/undo-import.ts';
import { createUploadShelf } from '#electron/people/import/upload-shelf.ts';
import { findImport, listImports, setImportState } from '#electron/store/imports.ts';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import type { RehearsalFilter, RehearsedRow } from '#shared/models/contact-import.ts';
import { asId } from '#shared/ids.ts';
import type { ImportId } from '#shared/ids.ts';
import { addAccount, addChat } from '../../support/store.ts';
import { dumpPeople, NEVER, Rig } from './rig.ts';

const PROGRAM = join(import.meta.dirname, '../../support/import-process.ts');

function many(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `+55119${80_000_000 + index},Person ${index},"VIP;Group ${index % 7}",Rio\n`,
  );
  return `phone,name,labels,city\n${lines.join('')}`;
}

async function deskOf(
  rig: Rig,
): Promise<{ desk: ImportDesk; upload: (text: string) => Promise<string> }> {
  const uploads = await createUploadShelf(join(rig.folder, 'imports'));
  const { store, clock } = rig;
  return {
    desk: startImportDesk({ store, clock, log: silentLog, uploads }),
    async upload(text) {
      const id = await uploads.begin('people.csv');
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 5_000) {
        await uploads.append(id, bytes.subarray(at, at + 5_000));
      }
      return id;
    },
  };
}

const UNTOLD = { reading: AS_IT_LOOKS, targets: null, country: null } as const;

describe('an import that does not end', () => {
  it.each([0, 1, 50, 200, 450, 900, 1_400, 2_000, 2_500, 2_900])(
    'cancelled after %i people leaves nothing behind',
    async (after) => {
      using rig = new Rig();
      addChat(rig.store, addAccount(rig.store), { name: 'Ana', phone: '+5511980000003' });
      const before = dumpPeople(rig.store);
      const { desk, upload } = await deskOf(rig);
      const begun = await desk.apply({ uploadId: await upload(many(3_000)), ...UNTOLD });
      const id = asId<ImportId>(begun.id);
      await vi.waitFor(
        () => expect(findImport(rig.store, id)?.counts.created).toBeGreaterThanOrEqual(after),
        { interval: 1, timeout: 15_000 },
      );
      const ended = await desk.cancel(id);
      expect(ended).toMatchObject({
        state: 'cancelled',
        kept: 0,
        counts: { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
      });
      expect(dumpPeople(rig.store)).toEqual(before);
      await desk.stop();
    },
  );

  it('killed in the middle is taken back at the next start, and can be done again', async () => {
    using rig = new Rig();
    addChat(rig.store, addAccount(rig.store), { name: 'Ana', phone: '+5511980000003' });
    const before = dumpPeople(rig.store);
    const path = rig.file(many(6_000));
    for (const enough of [1, 800, 2_500]) {
      const child = spawn(process.execPath, [PROGRAM, rig.database, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        said.push(line);
        if (Number(line) >= enough) break;
      }
      child.kill('SIGKILL');
      if (child.signalCode === null) await once(child, 'exit');
      expect(said).not.toContain('done');
      expect(listImports(rig.store, 1)).toMatchObject([{ state: 'applying' }]);
      expect(dumpPeople(rig.store)).not.toEqual(before);
      await resumeImports({ store: rig.store, clock: rig.clock, stopping: NEVER });
      expect(listImports(rig.store, 1)).toMatchObject([{ state: 'failed', kept: 0 }]);
      expect(dumpPeople(rig.store)).toEqual(before);
    }
    expect((await rig.import(path)).counts).toMatchObject({ created: 5_999, updated: 1 });
  }, 60_000);

  it('stopped with the program goes back at the next start', async () => {
    using rig = new Rig();
    const before = dumpPeople(rig.store);
    const first = await deskOf(rig);
    const begun = await first.desk.apply({
      uploadId: await first.upload(many(3_000)),
      ...UNTOLD,
    });
    const id = asId<ImportId>(begun.id);
    await vi.waitFor(() => expect(findImport(rig.store, id)?.counts.created).toBeGreaterThan(100));
    await first.desk.stop();
    expect(findImport(rig.store, id)).toMatchObject({ state: 'applying' });
    const second = await deskOf(rig);
    await vi.waitFor(() => expect(findImport(rig.store, id)).toMatchObject({ state: 'failed' }), {
      timeout: 15_000,
    });
    expect(dumpPeople(rig.store)).toEqual(before);
    await second.desk.stop();
  });

  it('broken off while it was undone is undone to the end at the next start', async () => {
    using rig = new Rig();
    const before = dumpPeople(rig.store);
    const { importId } = await rig.importText(many(3_000));
    const id = importId ?? asId<ImportId>(0);
    const { store, clock } = rig;
    store.write((tx) => setImportState(tx, id, 'undoing', null));
    const ending = new AbortController();
    const forget = store.onChange(() => ending.abort());
    await undoImport({ store, clock, stopping: ending.signal }, id, 'undone');
    forget();
    expect(findImport(store, id)).toMatchObject({ state: 'undoing' });
    await resumeImports({ store, clock, stopping: NEVER });
    expect(findImport(store, id)).toMatchObject({ state: 'undone', kept: 0 });
    expect(dumpPeople(store)).toEqual(before);
  });
});

describe('the desk', () => {
  it('shows what is in a file, remembers how the owner mapped it, and rehearses before and after', async () => {
    using rig = new Rig();
    const { desk, upload } = await deskOf(rig);
    const text =
      'Contato,Quem,Obs\n11988887777,Ana,x\n123,Bia,y\n11988887777,Ana,z\n5.511988887778E+12,Eva,\n';
    const uploadId = await upload(text);
    const found = await desk.look({ uploadId, reading: AS_IT_LOOKS, targets: null });
    expect(found).toMatchObject({
      name: 'people.csv',
      headerRow: 1,
      dataRows: 4,
      isMappingRemembered: false,
    });
    expect(found.columns.map(({ header, target }) => [header, target])).toEqual([
      ['Contato', { to: 'phone' }],
      ['Quem', { to: 'field', field: 'Quem' }],
      ['Obs', { to: 'notes' }],
    ]);
    const targets = [{ to: 'phone' }, { to: 'name' }, { to: 'nothing' }] as const;
    const choices = { uploadId, reading: AS_IT_LOOKS, targets, country: 'BR' } as const;
    expect(await desk.rehearse(choices)).toMatchObject({
      counts: { created: 2, updated: 0, unchanged: 0, skipped: 1, rejected: 1 },
      damaged: 2,
    });
    const ana = {
      row: 2,
      kind: 'created',
      phone: '+5511988887777',
      name: 'Ana',
      changes: [{ field: 'name', before: '', after: 'Ana' }],
      damage: [],
    };
    const page = (filter: RehearsalFilter, offset = 0): Promise<readonly RehearsedRow[]> =>
      desk.rehearsed(uploadId, filter, offset, 10);
    expect((await page('all')).map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      '2 created',
      '3 rejected',
      '4 skipped',
      '5 created',
    ]);
    expect(await page('all', 3)).toMatchObject([{ row: 5 }]);
    expect(await desk.rehearsed(uploadId, 'created', 0, 1)).toEqual([ana]);
    expect(await page('skipped')).toMatchObject([
      { row: 4, reason: expect.stringMatching(/row 2/) as unknown },
    ]);
    expect(await page('damaged')).toMatchObject([
      { row: 3, kind: 'rejected', value: '123' },
      {
        row: 5,
        damage: [{ column: 'Contato', from: '5.511988887778E+12', to: '+5511988887778' }],
      },
    ]);
    const { id } = await desk.apply(choices);
    await vi.waitFor(() =>
      expect(findImport(rig.store, asId<ImportId>(id))).toMatchObject({ state: 'done' }),
    );
    expect(rig.people()).toEqual(['+5511988887777 · Ana', '+5511988887778 · Eva']);
    const again = await desk.look({
      uploadId: await upload(text),
      reading: AS_IT_LOOKS,
      targets: null,
    });
    expect(again.isMappingRemembered).toBe(true);
    expect(again.columns.map(({ target }) => target)).toEqual(targets);
    await desk.stop();
  });

  it('takes one import at a time and undoes one that is done, once', async () => {
    using rig = new Rig();
    const before = dumpPeople(rig.store);
    const { desk, upload } = await deskOf(rig);
    const first = { uploadId: await upload(many(2_000)), ...UNTOLD };
    const second = { uploadId: await upload(many(10)), ...UNTOLD };
    const { id } = await desk.apply(first);
    await expect(desk.apply(second)).rejects.toMatchObject({ code: 'conflict' });
    await vi.waitFor(
      () => expect(findImport(rig.store, asId<ImportId>(id))).toMatchObject({ state: 'done' }),
      { timeout: 15_000 },
    );
    await desk.undo(asId<ImportId>(id));
    expect(dumpPeople(rig.store)).toEqual(before);
    await expect(desk.undo(asId<ImportId>(id))).rejects.toMatchObject({ code: 'conflict' });
    await desk.stop();
  });

  it('refuses a file without numbers before anything begins', async () => {
    using rig = new Rig();
    const { desk, upload } = await deskOf(rig);
    const uploadId = await upload('a,b\nc,d\n');
    await vi.waitFor(() =>
      expect(desk.apply({ uploadId, ...UNTOLD })).rejects.toMatchObject({ code: 'bad_input' }),
    );
    expect(listImports(rig.store, 10)).toEqual([]);
    await desk.stop();
  });
});
