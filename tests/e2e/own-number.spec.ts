import { addTestAccount, frontdesk, startApp } from '../support/app.ts';
import { freePort } from '../support/ports.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import {
  ANA,
  delivery,
  messageDelivery,
  post,
  status,
  statusesChange,
} from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';

/** A Graph API that nobody answers for: the network is away. */
const NOWHERE = 'http://127.0.0.1:9';

/** Meta's clock is in seconds. */
const secondsNow = (): string => String(Math.floor(Date.now() / 1000));

test(
  'a text is on the screen within a second, is answered, and its ticks never go back',
  { tag: '@desktop' },
  async ({ home, launch }) => {
    expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
    const port = await freePort();
    const { app, webhook, stop } = await launch({ graphUrl: `http://127.0.0.1:${port}` });
    await expect(app.page.getByText('No chats yet')).toBeVisible();

    const row = app.chat('Ana');
    const question = { timestamp: secondsNow(), type: 'text', text: { body: 'Still open?' } };
    const appeared = row.waitFor();
    const start = performance.now();
    const answer = await post(webhook, messageDelivery(ANA, question));
    expect(answer.status).toBe(200);
    await appeared;
    const elapsed = performance.now() - start;
    test.info().annotations.push({ type: 'webhook to screen', description: `${elapsed} ms` });
    expect(elapsed).toBeLessThan(1_000);

    await row.click();
    await expect(app.bubble('Still open?')).toBeVisible();
    await app.answer('Until six, come by!');
    const own = app.bubble('Until six, come by!');
    await expect(own, 'no platform, so it waits').toHaveAccessibleName(/, waiting to be sent, /);

    const platform = await startShopPlatform({
      port,
      customers: [{ waId: '16505551234', name: 'Ana', bsuid: 'US.1', lastWroteAt: Date.now() }],
    });
    try {
      await expect(own).toHaveAccessibleName(/, sent, /, { timeout: 30_000 });
      const [sent] = platform.accepted;
      expect(platform.accepted).toHaveLength(1);
      expect(sent).toMatchObject({ recipient: '+16505551234', type: 'text' });

      for (const [fact, shown] of [
        ['delivered', 'delivered'],
        ['sent', 'delivered'],
        ['read', 'read'],
        ['delivered', 'read'],
      ] as const) {
        const fields = { timestamp: secondsNow(), recipient_id: '16505551234' };
        const update = status(sent?.wamid ?? '', fact, fields);
        await post(webhook, delivery(statusesChange([update])));
        await expect(own).toHaveAccessibleName(new RegExp(`, ${shown}, `));
      }
      expect(await stop()).toBe(0);
    } finally {
      await platform.stop();
    }
  },
);

test(
  'a draft survives a restart, and a closed window refuses honestly',
  { tag: '@desktop' },
  async ({ home, launch }) => {
    addTestAccount(home);
    const first = await launch({ graphUrl: NOWHERE });
    const yesterday = String(Math.floor(Date.now() / 1000) - 30 * 3600);
    await post(first.webhook, messageDelivery(ANA, { timestamp: secondsNow() }));
    const bernd = { waId: '4366012345678', name: 'Bernd' };
    await post(first.webhook, messageDelivery(bernd, { timestamp: yesterday }));
    await first.app.chat('Ana').click();
    await first.app.composer.fill('We have white peonies from Thursday');
    await first.app.chat('Bernd').click();
    await expect(first.app.page.getByText('Closed · template only')).toBeVisible();
    await expect(first.app.composer).toBeHidden();
    await expect(first.app.chat('Ana')).toContainText('Draft:');
    await first.stop();

    const second = await launch({ graphUrl: NOWHERE });
    await second.app.chat('Ana').click();
    await expect(second.app.composer).toHaveValue('We have white peonies from Thursday');
  },
);

test('two tabs show the same, and a second app on the same home is refused', async ({
  app,
  home,
  page,
  context,
}) => {
  addTestAccount(home);
  const running = await startApp(home, { graphUrl: NOWHERE });
  try {
    const second = await context.newPage();
    await page.goto(running.ui);
    await second.goto(running.ui);
    await post(running.webhook, messageDelivery(ANA, { timestamp: secondsNow() }));
    await expect(app.chat('Ana')).toBeVisible();
    await expect(second.getByRole('button', { name: /^Ana / })).toBeVisible();
    const refused = frontdesk(['seed', '--home', home, '--chats', '1', '--messages', '1']);
    expect(refused.exitCode).toBe(3);
    expect(refused.stderr).toContain(String(running.pid));
  } finally {
    await running.stop();
  }
});
