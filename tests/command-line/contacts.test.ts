import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireHomeLock } from '#electron/launch/home-lock.ts';
import { makeHome } from './command-line.ts';
import type { TestHome } from './command-line.ts';

let home: TestHome;
let file: string;

beforeEach(async () => {
  home = await makeHome();
  file = join(home.path, 'people.csv');
  writeFileSync(file, 'Telefone;Nome;Etiquetas\n11 98888-7777;Ana;VIP, Novo\n1.555E+10;Bia;\n');
});

afterEach(() => home.remove());

const REJECTED = {
  row: 3,
  value: '1.555E+10',
  reason: expect.stringMatching(/last digits are lost/) as unknown,
};

describe('contacts import and export', () => {
  it('rehearses, imports, changes nothing the second time, and gives back what came in', async () => {
    const args = ['contacts', 'import', file, '--default-country', 'br', '--json'];
    const counts = { created: 1, updated: 0, unchanged: 0, skipped: 0, rejected: [REJECTED] };
    expect((await home.run([...args, '--dry-run'])).json()).toEqual({
      ...counts,
      dry_run: true,
      import_id: null,
    });
    expect((await home.run(args)).json()).toEqual({ ...counts, dry_run: false, import_id: 1 });
    expect((await home.run(args)).json()).toEqual({
      ...counts,
      created: 0,
      unchanged: 1,
      dry_run: false,
      import_id: 2,
    });
    const out = join(home.path, 'out.csv');
    expect((await home.run(['contacts', 'export', out, '--json'])).json()).toEqual({
      exported: 1,
      file: out,
    });
    expect(readFileSync(out, 'utf8')).toBe(
      "\uFEFFphone,name,email,labels,notes,language,opted_out\r\n'+5511988887777,Ana,,Novo|VIP,,,no\r\n",
    );
  });

  it('refuses numbers without + where no country is given', async () => {
    const ran = await home.run(['contacts', 'import', file, '--json']);
    expect(ran.json()).toMatchObject({
      created: 0,
      rejected: [
        { row: 2, reason: expect.stringMatching(/say from which country/) as unknown },
        {},
      ],
    });
  });

  it.each([
    [['contacts', 'import', 'nowhere.csv'], 1, /no file .*nowhere\.csv/],
    [['contacts', 'import'], 2, /FILE is missing/],
    [['contacts', 'import', 'x.csv', '--default-country', 'Brazil'], 2, /two letters/],
    [['contacts', 'export', '/nowhere/at/all.csv'], 1, /./],
  ])('%j ends with %i and says why', async (args, exitCode, words) => {
    const ran = await home.run(args);
    expect(ran).toMatchObject({ exitCode, stdout: '' });
    expect(ran.stderr).toMatch(words);
  });

  it('does not write while Frontdesk runs, and still exports', async () => {
    await home.run(['contacts', 'import', file, '--default-country', 'BR']);
    const lock = await acquireHomeLock(home.path);
    expect((await home.run(['contacts', 'import', file])).exitCode).toBe(3);
    expect((await home.run(['contacts', 'export', join(home.path, 'out.xlsx')])).exitCode).toBe(0);
    if (lock.held) lock.release();
  });
});
