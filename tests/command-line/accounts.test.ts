import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFileCipher } from '#electron/secrets/key-file-cipher.ts';
import { fieldAt, textAt } from '#shared/json-fields.ts';
import { makeHome, serveGraph } from './command-line.ts';
import type { TestHome } from './command-line.ts';

const TOKEN = 'EAAGm0PX4ZCpsBAKZCZBsecrettoken';
const SECRET = '0123456789abcdefappsecret';
const SHOP = [
  'account',
  'add',
  '--name',
  'Shop',
  '--phone-number-id',
  '106540352242922',
  '--waba-id',
  '102290129340398',
];

let home: TestHome;

beforeEach(async () => {
  home = await makeHome();
});

afterEach(() => home.remove());

describe('account add', () => {
  it('checks the number at Meta and prints the account and nothing else as JSON', async () => {
    const graph = await serveGraph(TOKEN);
    try {
      const ran = await home.start([...SHOP, '--access-token-file', '-', '--json'], {
        stdin: `${TOKEN}\n`,
        graphUrl: graph.url,
      });
      expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
      expect(ran.stdout.trimEnd()).not.toContain('\n');
      expect(ran.json()).toMatchObject({
        id: 1,
        name: 'Shop',
        phone_number_id: '106540352242922',
        waba_id: '102290129340398',
        display_phone_number: '+15551234567',
        profile_name: 'Shop',
        is_active: true,
        has_access_token: true,
        has_app_secret: false,
      });
      expect(graph.requests.length).toBeGreaterThan(0);
    } finally {
      await graph.close();
    }
  });

  it('says in words what Meta does not like, and stores nothing', async () => {
    const graph = await serveGraph('another token');
    try {
      const args = [...SHOP, '--access-token-file', '-', '--json'];
      const ran = await home.run(args, { stdin: TOKEN, graphUrl: graph.url });
      expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
      expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code: 'graph_refused' } });
      expect((await home.run(['account', 'list', '--json'])).json()).toEqual({ data: [] });
    } finally {
      await graph.close();
    }
  });

  it('says that Meta can not be reached', async () => {
    const ran = await home.run([...SHOP, '--access-token-file', '-'], { stdin: TOKEN });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toMatch(/internet connection/);
  });

  it('keeps secrets locked: in no file, no answer and no error is a byte of them', async () => {
    const tokenFile = join(await mkdtemp(join(tmpdir(), 'frontdesk-token-')), 'token');
    await writeFile(tokenFile, `${TOKEN}\r\n`);
    const added = await home.start(
      [...SHOP, '--offline', '--access-token-file', tokenFile, '--app-secret-file', '-'],
      { stdin: `${SECRET}\n` },
    );
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
    const again = await home.start([
      ...SHOP,
      '--offline',
      '--access-token-file',
      tokenFile,
      '--json',
    ]);
    expect(again).toMatchObject({ exitCode: 1, stdout: '' });
    const listed = await home.run(['account', 'list', '--json']);
    const doctor = await home.run(['doctor', '--json']);
    const said = [added, again, listed, doctor].map(({ stdout, stderr }) => stdout + stderr).join();
    for (const secret of [TOKEN, SECRET]) {
      expect(said).not.toContain(secret);
      expect(await home.filesWith(secret)).toEqual([]);
    }
    expect(await home.filesWith('106540352242922')).toContain('frontdesk.db');
    const db = new Database(join(home.path, 'frontdesk.db'), { readonly: true });
    const locked = db.prepare<[], { name: string; locked: Buffer }>('SELECT * FROM secret').all();
    db.close();
    const cipher = createKeyFileCipher(join(home.path, 'secrets.key'));
    const opened = await Promise.all(
      locked.map(async (row) => [row.name, await cipher.decrypt(row.locked)]),
    );
    expect(Object.fromEntries(opened)).toEqual({
      'account.1.access_token': TOKEN,
      'account.1.app_secret': SECRET,
    });
  });

  it('shows a verify token that it made to the person, once', async () => {
    const ran = await home.run([...SHOP, '--offline']);
    const token = /Verify token.*: (\S+)$/m.exec(ran.stdout)?.[1] ?? '';
    expect(token).toMatch(/^[\w-]{32}$/);
    expect((await home.run(['account', 'list'])).stdout).not.toContain(token);
    const given = [...SHOP.with(5, '1'), '--offline', '--verify-token', 'my-own'];
    expect((await home.run(given)).stdout).not.toMatch(/Verify token/);
  });

  it.each([
    [['--access-token-file', '-', '--app-secret-file', '-'], /Only one secret/],
    [['--access-token-file', '/nowhere/token'], /can’t be read \(ENOENT\)/],
    [['--access-token-file', '-'], /standard input is empty/],
    [['--access-token', TOKEN], /don’t go on the command line/],
    [[`--app-secret=${SECRET}`], /don’t go on the command line/],
    [[TOKEN], /one word too many/],
    [['--verify-token', ''], /--verify-token needs a value/],
    [['--display-phone-number', '555'], /with \+ and country code/],
    [['--colour', 'red'], /Unknown option '--colour'/],
  ])('refuses %j with exit 2 and without repeating a secret', async (more, words) => {
    const ran = await home.run([...SHOP, '--offline', ...more]);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toMatch(words);
    expect(ran.stderr).not.toContain(TOKEN);
    expect(ran.stderr).not.toContain(SECRET);
  });

  it('wants what it needs and ids of digits', async () => {
    expect((await home.run(['account', 'add', '--name', 'X'])).stderr).toMatch(
      /--phone-number-id is missing/,
    );
    expect(await home.run([...SHOP.with(5, 'abc'), '--offline'])).toMatchObject({ exitCode: 2 });
  });
});

describe('account list and remove', () => {
  it('removes an account with its secrets, and says when there is none', async () => {
    await home.run([...SHOP, '--offline', '--access-token-file', '-'], { stdin: TOKEN });
    expect((await home.run(['account', 'list'])).stdout).toMatch(
      /^ID +NAME[^\n]*\n1 +Shop .*active +never\n$/,
    );
    const removed = await home.run(['account', 'remove', '1', '--json']);
    expect(removed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(removed.json()).toMatchObject({ id: 1, is_active: false, has_access_token: false });
    const again = await home.run(['account', 'remove', '1', '--json']);
    expect(again.exitCode).toBe(1);
    expect(JSON.parse(again.stderr)).toEqual({
      error: { code: 'not_found', message: 'There is no account 1.' },
    });
    expect((await home.run(['account', 'remove', 'x'])).exitCode).toBe(2);
    expect((await home.run(['account', 'remove'])).exitCode).toBe(2);
  });
});

describe('api keys', () => {
  it('prints a key once, keeps its hash, lists and revokes it', async () => {
    const created = (
      await home.run(['api-key', 'create', '--name', 'CRM', '--scopes', 'read,send', '--json'])
    ).json();
    expect(created).toMatchObject({ id: 1, name: 'CRM', scopes: ['read', 'send'] });
    const key = textAt(created, 'key') ?? '';
    expect(key).toMatch(/^fd_[\w-]{43}$/);
    expect(await home.filesWith(key)).toEqual([]);
    const listed = await home.run(['api-key', 'list', '--json']);
    expect(listed.stdout).not.toContain(key);
    expect(fieldAt(listed.json(), 'data')).toMatchObject([
      { id: 1, is_active: true, last_used_at: null },
    ]);
    expect((await home.run(['api-key', 'revoke', '1', '--json'])).json()).toMatchObject({
      is_active: false,
    });
    expect((await home.run(['api-key', 'revoke', '7'])).exitCode).toBe(1);
  });

  it('knows its scopes', async () => {
    const ran = await home.run([
      'api-key',
      'create',
      '--name',
      'CRM',
      '--scopes',
      'read,everything',
    ]);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toMatch(/“everything” is no scope/);
    const usual = await home.run(['api-key', 'create', '--name', 'CRM', '--json']);
    expect(fieldAt(usual.json(), 'scopes')).toEqual(['read', 'send', 'contacts', 'campaigns']);
  });
});
