// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../../renderer/app/i18n.ts';
import {
  begin,
  check,
  comeFrom,
  discard,
  mapColumn,
  openDraft,
  readAs,
  takeFile,
  useImportDraft,
} from '../../renderer/stores/import-draft.ts';
import { loadRows, showRows, useRehearsedRows } from '../../renderer/stores/rehearsed-rows.ts';
import { useRoute } from '../../renderer/stores/route.ts';
import type { CommandName } from '#shared/contract.ts';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import type { ImportFile } from '#shared/models/contact-import.ts';
import { fakeBridge } from './fake-bridge.ts';
import { aWorld } from './fake-world.ts';

const UPLOAD = '3f0c2f7e-6a4b-4f5e-9a4f-0d6a1f2b3c4d';

const FILE: ImportFile = {
  name: 'people.csv',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  sheet: null,
  sheets: [],
  headerRow: 1,
  columns: [
    { header: 'phone', target: { to: 'phone' }, type: 'text', sample: ['+5511988887777'] },
    { header: 'who', target: { to: 'field', field: 'who' }, type: 'text', sample: ['Ana'] },
  ],
  top: [{ row: 1, cells: ['phone', 'who'] }],
  fields: [],
  isMappingRemembered: false,
  dataRows: 1,
  sha256: 'ab'.repeat(32),
};

interface Asked {
  readonly command: CommandName;
  readonly input: unknown;
}

let asked: Asked[];
/** What the core says next to a command; a function is called with the input. */
let answers: Map<CommandName, (input: unknown) => unknown>;

function inputs(command: CommandName): unknown[] {
  return asked.filter((each) => each.command === command).map(({ input }) => input);
}

function refuse(message: string): unknown {
  return { ok: false, error: { code: 'bad_input', message } };
}

function fine(data: unknown): unknown {
  return { ok: true, data };
}

beforeEach(async () => {
  await startI18n();
  asked = [];
  answers = new Map<CommandName, (input: unknown) => unknown>([
    ['imports.begin', () => fine({ uploadId: UPLOAD })],
    ['imports.append', () => fine(null)],
    ['imports.look', () => fine(FILE)],
    ['imports.draft', () => fine(null)],
    ['imports.saveDraft', () => fine(null)],
    ['imports.discard', () => fine(null)],
  ]);
  const bridge = fakeBridge(aWorld(Date.now()), { hasAccount: true });
  const invoke = async (command: CommandName, input: unknown): Promise<unknown> => {
    asked.push({ command, input });
    const answer = answers.get(command);
    if (answer === undefined) throw new Error(`Nobody expected ${command}.`);
    return await answer(input);
  };
  vi.stubGlobal('window', Object.assign(window, { frontdesk: { ...bridge, invoke } }));
  useImportDraft.setState({
    ...useImportDraft.getInitialState(),
    stage: 'start',
  });
});

const state = () => useImportDraft.getState();

describe('a file that the owner hands over', () => {
  it('goes in pieces that carry every byte, and is looked at', async () => {
    const bytes = Uint8Array.from({ length: 600_000 }, (_, index) => index % 251);
    await takeFile(new File([bytes], 'people.csv'));
    const pieces = inputs('imports.append').map((input) => {
      const text = JSON.stringify(input).match(/"base64":"(?<base64>[^"]*)"/)?.groups?.['base64'];
      return Buffer.from(text ?? '', 'base64');
    });
    expect(pieces).toHaveLength(3);
    expect(Buffer.concat(pieces).equals(Buffer.from(bytes))).toBe(true);
    expect(state()).toMatchObject({ stage: 'columns', uploadId: UPLOAD, file: FILE });
  });

  it('is let go of when the owner stops in the middle', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<unknown>();
    answers.set('imports.append', () => promise);
    const taking = takeFile(new File([new Uint8Array(600_000)], 'people.csv'));
    await vi.waitFor(() => expect(inputs('imports.append')).toHaveLength(1));
    await discard();
    answer(fine(null));
    await taking;
    expect(inputs('imports.append')).toHaveLength(1);
    expect(inputs('imports.discard')).toEqual([{ uploadId: UPLOAD }]);
    expect(state()).toMatchObject({ stage: 'start', uploadId: undefined });
  });

  it('is not shown when the owner let go of it while it was looked at', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<unknown>();
    answers.set('imports.look', () => promise);
    const taking = takeFile(new File(['x'], 'people.csv'));
    await vi.waitFor(() => expect(state().stage).toBe('reading'));
    await discard();
    answer(fine(FILE));
    await taking;
    expect(state()).toMatchObject({ stage: 'start', file: undefined });
  });

  it('is forgotten with the reason when it is no list at all', async () => {
    answers.set('imports.look', () => refuse('This is a PDF.'));
    await takeFile(new File(['%PDF'], 'menu.pdf'));
    expect(inputs('imports.discard')).toEqual([{ uploadId: UPLOAD }]);
    expect(state()).toMatchObject({
      stage: 'start',
      uploadId: undefined,
      fileName: 'menu.pdf',
      problem: 'This is a PDF.',
    });
  });
});

describe('what the owner says of a file', () => {
  beforeEach(() => takeFile(new File(['x'], 'people.csv')));

  it('is kept by the core at once', async () => {
    await mapColumn(1, { to: 'name' });
    await comeFrom('BR');
    expect(inputs('imports.saveDraft').at(-1)).toEqual({
      uploadId: UPLOAD,
      reading: AS_IT_LOOKS,
      targets: [{ to: 'phone' }, { to: 'name' }],
      defaultCountry: 'BR',
      step: 'columns',
    });
    expect(state().file?.columns[1]?.target).toEqual({ to: 'name' });
  });

  it('is taken back when the file can’t be read like that', async () => {
    await mapColumn(1, { to: 'name' });
    answers.set('imports.look', () => refuse('There is nothing in row 9.'));
    await readAs({ headerRow: 9 });
    expect(state()).toMatchObject({
      stage: 'columns',
      reading: AS_IT_LOOKS,
      targets: [{ to: 'phone' }, { to: 'name' }],
      problem: 'There is nothing in row 9.',
    });
  });

  it('of columns is forgotten when the file is read in another way', async () => {
    await mapColumn(1, { to: 'name' });
    await readAs({ delimiter: ',' });
    expect(state()).toMatchObject({ reading: { delimiter: ',' }, targets: null });
  });
});

describe('a dry run', () => {
  const rehearsal = {
    file: FILE,
    counts: { created: 1, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
    damaged: 0,
  };

  it('that comes after the owner went back is not shown', async () => {
    await takeFile(new File(['x'], 'people.csv'));
    const { promise, resolve: answer } = Promise.withResolvers<unknown>();
    answers.set('imports.rehearse', () => promise);
    const checking = check();
    expect(state().stage).toBe('checking');
    useImportDraft.setState({ stage: 'columns' });
    answer(fine(rehearsal));
    await checking;
    expect(state()).toMatchObject({ stage: 'columns', rehearsal: undefined });
  });

  it('is done again where somebody left at it, and begins the import', async () => {
    answers.set('imports.draft', () =>
      fine({
        uploadId: UPLOAD,
        fileName: 'people.csv',
        reading: AS_IT_LOOKS,
        targets: null,
        defaultCountry: 'AT',
        step: 'check',
        importId: 4,
      }),
    );
    answers.set('imports.rehearse', () => fine(rehearsal));
    answers.set('imports.apply', () => fine({ id: 5 }));
    await openDraft();
    expect(state()).toMatchObject({ stage: 'check', rehearsal, importId: 4, defaultCountry: 'AT' });
    await begin();
    expect(inputs('imports.apply')).toEqual([
      { uploadId: UPLOAD, reading: AS_IT_LOOKS, targets: null, defaultCountry: 'AT' },
    ]);
    expect(useRoute.getState()).toMatchObject({ screen: 'contacts', path: 'import/5' });
  });

  it('that can’t begin says why and stays', async () => {
    await takeFile(new File(['x'], 'people.csv'));
    answers.set('imports.rehearse', () => fine(rehearsal));
    answers.set('imports.apply', () => refuse('An import is at work.'));
    await check();
    await begin();
    expect(state()).toMatchObject({ stage: 'check', problem: 'An import is at work.' });
  });
});

describe('the rows of a dry run', () => {
  it('are asked for where they are seen, each page once, and begin anew with another filter', async () => {
    answers.set('imports.rehearsed', () => fine([]));
    showRows('all');
    await Promise.all([loadRows(UPLOAD, 95, 105), loadRows(UPLOAD, 0, 20)]);
    await loadRows(UPLOAD, 0, 120);
    const offsets = () =>
      inputs('imports.rehearsed').map(
        (input) => JSON.stringify(input).match(/"offset":(\d+)/)?.[1],
      );
    expect(offsets()).toEqual(['0', '100']);
    showRows('rejected');
    expect(useRehearsedRows.getState().pages.size).toBe(0);
    await loadRows(UPLOAD, 0, 1);
    expect(inputs('imports.rehearsed').at(-1)).toMatchObject({ filter: 'rejected', offset: 0 });
  });
});
