import { spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SHOP_TEMPLATES } from '#electron/practice/templates/shop-templates.ts';
import { addTestAccount, exited, Home, ROOT, TEST_ACCOUNT } from '../support/app.ts';
import { deadUrl } from '../support/graph-server.ts';
import { handClock, NUMBER, startQuietPlatform } from '../support/practice.ts';

/** The platform lives in this process, so the command must not block it. */
async function sync(home: string, graphUrl: string) {
  const args = ['electron/cli.ts', 'templates', 'sync', '--home', home, '--json'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, FRONTDESK_GRAPH_URL: graphUrl },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const exitCode = await exited(child);
  return { exitCode, answer: JSON.parse(said) as unknown };
}

describe('templates sync', () => {
  it('fetches them all, and says in words when it can’t', async () => {
    using home = new Home();
    const { phoneNumberId, wabaId, accessToken, appSecret } = TEST_ACCOUNT;
    const number = { ...NUMBER, phoneNumberId, wabaId, accessToken, appSecret };
    const platform = await startQuietPlatform({
      clock: handClock(),
      numbers: [number],
      templates: SHOP_TEMPLATES,
    });
    onTestFinished(() => platform.stop());
    addTestAccount(home.path);
    expect(await sync(home.path, platform.url)).toEqual({
      exitCode: 0,
      answer: { data: [{ account_id: 1, total: SHOP_TEMPLATES.length, gone: 0, error: null }] },
    });
    expect(await sync(home.path, await deadUrl())).toMatchObject({
      exitCode: 1,
      answer: { data: [{ error: expect.stringContaining('internet connection') as unknown }] },
    });
  });
});
