import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireHomeLock } from '#electron/launch/home-lock.ts';
import { openStore } from '#electron/store/open.ts';
import { insertDelivery } from '#electron/store/webhook-log.ts';
import { fieldAt, listAt, numberAt } from '#shared/json-fields.ts';
import { makeHome } from './command-line.ts';
import type { TestHome } from './command-line.ts';

const OFFLINE = [
  'account',
  'add',
  '--name',
  'Shop',
  '--phone-number-id',
  '1',
  '--waba-id',
  '2',
  '--offline',
];

let home: TestHome;

beforeEach(async () => {
  home = await makeHome();
});

afterEach(() => home.remove());

describe('the command line and the home', () => {
  it('does not write while Frontdesk runs there, says so with the pid, and still reads', async () => {
    await home.run(OFFLINE);
    const lock = await acquireHomeLock(home.path);
    const app = openStore(join(home.path, 'frontdesk.db'));
    try {
      for (const args of [
        ['account', 'remove', '1'],
        ['api-key', 'create', '--name', 'x'],
        ['seed', '--chats', '1', '--messages', '1'],
        ['webhooks', 'replay', '--all'],
        ['webhooks', 'replay', '--all', '--dry-run'],
      ]) {
        const ran = await home.run([...args, '--json']);
        expect([args, ran.exitCode, ran.stdout]).toEqual([args, 3, '']);
        expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code: 'home_in_use' } });
        expect(ran.stderr).toContain(String(process.pid));
      }
      expect((await home.start(['account', 'remove', '1'])).exitCode).toBe(3);
      const list = await home.start(['account', 'list', '--json']);
      expect(list.exitCode).toBe(0);
      expect(listAt(list.json(), 'data')).toHaveLength(1);
      expect((await home.run(['webhooks', 'list'])).exitCode).toBe(0);
    } finally {
      app.close();
      if (lock.held) lock.release();
    }
    expect((await home.run(['account', 'remove', '1'])).exitCode).toBe(0);
  });

  it('makes no home just to look into it', async () => {
    expect((await home.run(['account', 'list', '--json'])).json()).toEqual({ data: [] });
    expect((await home.run(['doctor'])).exitCode).toBe(0);
    expect(await readdir(home.path)).toEqual([]);
  });

  it('exits with 4 on a newer database and leaves it as it is', async () => {
    await home.run(OFFLINE);
    const file = join(home.path, 'frontdesk.db');
    const db = new Database(file);
    db.pragma('user_version = 999');
    db.close();
    for (const args of [['account', 'list'], OFFLINE]) {
      const ran = await home.run(args);
      expect(ran).toMatchObject({ exitCode: 4, stdout: '' });
      expect(ran.stderr).toMatch(/newer Frontdesk.*update/);
    }
    const after = new Database(file, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(999);
    after.close();
  });

  it('exits with 4 on a damaged database', async () => {
    await writeFile(
      join(home.path, 'frontdesk.db'),
      'this is no database, however long it may be'.repeat(50),
    );
    const ran = await home.run(['account', 'list', '--json']);
    expect(ran).toMatchObject({ exitCode: 4, stdout: '' });
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code: 'database_unusable' } });
  });

  it('helps on standard output, and names wrong commands on standard error', async () => {
    const help = await home.start(['--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toMatch(/account add .*\n.*account list/);
    expect((await home.run(['account', 'add', '--help'])).stdout).toMatch(/--access-token-file F/);
    for (const args of [[], ['account'], ['account', 'sell'], ['frobnicate']]) {
      const ran = await home.run(args);
      expect([args, ran.exitCode, ran.stdout]).toEqual([args, 2, '']);
      expect(ran.stderr).toMatch(/^[A-Z].*\.\n$/);
    }
    expect(await home.start(['frobnicate'])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('webhooks', () => {
  it('lists and replays deliveries', async () => {
    const store = openStore(join(home.path, 'frontdesk.db'));
    store.write((tx) => {
      const raw = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
      insertDelivery(tx, { receivedAt: 1_700_000_000_000, raw }, 'received', null);
      insertDelivery(
        tx,
        { receivedAt: 1_700_000_000_001, raw: '{' },
        'quarantined',
        'wrong signature',
      );
    });
    store.close();
    const listed = await home.run(['webhooks', 'list', '--state', 'quarantined', '--json']);
    expect(listed.json()).toEqual({
      data: [
        {
          id: 2,
          received_at: '2023-11-14T22:13:20.001Z',
          state: 'quarantined',
          error: 'wrong signature',
        },
      ],
    });
    const rehearsed = await home.run(['webhooks', 'replay', '--all', '--dry-run', '--json']);
    expect(rehearsed.json()).toMatchObject({ replayed: 1, changed: {} });
    expect(
      listAt(
        (await home.run(['webhooks', 'list', '--state', 'received', '--json'])).json(),
        'data',
      ),
    ).toHaveLength(1);
    expect((await home.run(['webhooks', 'replay', '--id', '1', '--json'])).json()).toMatchObject({
      replayed: 1,
    });
    expect(
      listAt(
        (await home.run(['webhooks', 'list', '--state', 'received', '--json'])).json(),
        'data',
      ),
    ).toHaveLength(0);
    const none = await home.run(['webhooks', 'replay', '--id', '2', '--json']);
    expect(none.exitCode).toBe(1);
  });

  it('wants to know what to replay, and knows its states', async () => {
    for (const args of [
      ['replay'],
      ['replay', '--all', '--failed'],
      ['replay', '--id', '0'],
      ['list', '--state', 'odd'],
      ['list', '--limit', '0'],
    ]) {
      expect([args, (await home.run(['webhooks', ...args])).exitCode]).toEqual([args, 2]);
    }
  });
});

describe('seed', () => {
  it('fills an account named Practice, which it makes once', async () => {
    const args = ['seed', '--chats', '3', '--messages', '40', '--seed', 's', '--json'];
    const first = (await home.run(args)).json();
    expect(first).toMatchObject({ account_id: 1, seed: 's', chats: 3, messages: 40 });
    const accounts = (await home.run(['account', 'list', '--json'])).json();
    expect(listAt(accounts, 'data')).toMatchObject([{ name: 'Practice', is_practice: true }]);
    await home.run(OFFLINE);
    const second = (await home.run([...args.with(6, 't'), '--account', '2'])).json();
    expect(numberAt(second, 'account_id')).toBe(2);
    expect(fieldAt(second, 'messages')).toBe(40);
    expect((await home.run([...args, '--account', '9'])).exitCode).toBe(1);
    expect((await home.run(['seed', '--chats', '0', '--messages', '1'])).exitCode).toBe(2);
  });
});
