import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '#electron/store/open.ts';
import { addTestAccount, exited, frontdesk, Home, ROOT, TEST_ACCOUNT } from '../support/app.ts';
import { deadUrl } from '../support/graph-server.ts';
import { handClock, NUMBER, startQuietPlatform } from '../support/practice.ts';

/** The platform lives in this process, so the command must not block it. */
async function sync(home: string, graphUrl: string, ...options: readonly string[]) {
  const args = ['electron/cli.ts', 'blocks', 'sync', '--home', home, '--json', ...options];
  const env = { ...process.env, FRONTDESK_GRAPH_URL: graphUrl };
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const exitCode = await exited(child);
  return { exitCode, answer: JSON.parse(said) as unknown };
}

describe('blocks sync', () => {
  it('takes over whom another program blocked, and says what it did', async () => {
    using home = new Home();
    const { phoneNumberId, wabaId, accessToken, appSecret } = TEST_ACCOUNT;
    const number = { ...NUMBER, phoneNumberId, wabaId, accessToken, appSecret };
    const platform = await startQuietPlatform({
      clock: handClock(),
      numbers: [number],
      blocked: ['4915112345678', '4915112345679'],
    });
    onTestFinished(() => platform.stop());
    expect(addTestAccount(home.path).exitCode).toBe(0);
    expect(await sync(home.path, platform.url)).toEqual({
      exitCode: 0,
      answer: { data: [{ account_id: 1, added: 2, ended: 0, total: 2, error: null }] },
    });
    platform.blocks.unblockElsewhere(phoneNumberId, '4915112345678');
    expect(await sync(home.path, platform.url, '--account', '1')).toEqual({
      exitCode: 0,
      answer: { data: [{ account_id: 1, added: 0, ended: 1, total: 1, error: null }] },
    });
    const store = openStore(join(home.path, 'frontdesk.db'));
    expect(
      store.prepare('SELECT phone, wa_id, is_active FROM blocked_user ORDER BY phone').all(),
    ).toEqual([
      { phone: '+4915112345678', wa_id: '4915112345678', is_active: 0 },
      { phone: '+4915112345679', wa_id: '4915112345679', is_active: 1 },
    ]);
    store.close();
  });

  it('says in words that WhatsApp can’t be reached, and knows no account 9', async () => {
    using home = new Home();
    addTestAccount(home.path);
    expect(await sync(home.path, await deadUrl())).toMatchObject({
      exitCode: 1,
      answer: { data: [{ error: expect.stringContaining('could not be reached') as unknown }] },
    });
    const unknown = frontdesk(['blocks', 'sync', '--home', home.path, '--account', '9']);
    expect(unknown).toMatchObject({ exitCode: 1 });
    expect(unknown.stderr).toContain('no account 9');
  });
});
