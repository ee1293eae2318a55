import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { addTestAccount, startApp, TEST_ACCOUNT } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { textOf } from '../support/sending.ts';
import { freePort } from '../support/ports.ts';
import { startShopPlatform } from '../support/shop-platform.ts';
import { ANA, messageDelivery, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import type { AppPage } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const HOUR = 3_600_000;

/** A Graph API that nobody answers for: the network is away. */
const NOWHERE = 'http://127.0.0.1:9';

async function customerWrites({ webhook }: Pick<RunningApp, 'webhook'>, at = Date.now()) {
  const timestamp = String(Math.floor(at / 1000));
  const text = { body: 'Is it ready?' };
  await post(webhook, messageDelivery(ANA, { timestamp, type: 'text', text }));
}

function platformAt(port = 0): Promise<PracticePlatform> {
  const ana = { waId: '16505551234', name: 'Ana', bsuid: 'US.1', lastWroteAt: Date.now() };
  return startShopPlatform({ port, customers: [ana] });
}

function taken(platform: PracticePlatform): string[] {
  return platform.accepted.map(({ body }) => textOf(body));
}

async function openAna(app: AppPage, running: RunningApp): Promise<void> {
  await app.page.goto(running.ui);
  await app.chat('Ana').click();
  await expect(app.messages.last()).toBeVisible();
}

test('a text that waited too long is held, and leaves by itself when the customer writes', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await platformAt();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await customerWrites(running, Date.now() - 2 * HOUR);
    await openAna(app, running);
    platform.faults.next({ kind: 'error', code: 131047 }, { times: 2 });
    await app.answer('We close at six');
    const bubble = app.bubble('We close at six');
    await expect(bubble).toHaveAccessibleName(/, held, needs your decision, /);
    await expect(
      page.getByText('Waited too long: Ana can only be reached with a template now.'),
    ).toBeVisible();
    await expect(app.composer, 'Meta said so').toBeHidden();
    await expect(app.chat('Ana')).toContainText('Closed');
    await expect(page.getByRole('button', { name: /1 chat has a message that was/ })).toBeVisible();
    await expectAccessible(page, 'held');

    await bubble.focus();
    await page.keyboard.press('Tab');
    const keep = page.getByRole('button', { name: 'Keep until they write' });
    await keep.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Leaves by itself when Ana writes.')).toBeVisible();
    await expect(bubble).toHaveAccessibleName(/, waits until they write, /);
    expect(taken(platform)).toEqual([]);

    platform.faults.clear();
    await customerWrites(running);
    await expect(bubble).toHaveAccessibleName(/, sent, /);
    expect(taken(platform)).toEqual(['We close at six']);
    await expect(app.messages.last(), 'below what the customer wrote').toContainText(
      'We close at six',
    );
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('a text whose window closes while the network is away is held by our own clock', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const clockFile = join(home, 'clock');
  writeFileSync(clockFile, '0');
  const graphUrl = `http://127.0.0.1:${await freePort()}`;
  const running = await startApp(home, { clockFile, graphUrl });
  try {
    await page.clock.install();
    await customerWrites(running, Date.now() - 23 * HOUR);
    await openAna(app, running);
    await app.answer('Just in time');
    await expect(page.getByText(/No connection to WhatsApp yet/)).toBeVisible();
    await app.answer('And this');
    await expect(page.getByText('Waits for the message before it.')).toBeVisible();
    writeFileSync(clockFile, String(2 * HOUR));
    await page.clock.fastForward(2 * HOUR);
    await expect(app.composer).toBeHidden();
    const held = page.getByText('Waited too long: Ana can only be reached with a template now.');
    await expect(async () => {
      // The app hears of its new clock in its own time, and looks at it when it tries again.
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await expect(held).toHaveCount(2, { timeout: 1_000 });
    }).toPass();

    await page.getByRole('button', { name: 'Delete' }).first().click();
    await expect(app.bubble('Just in time')).toHaveCount(0);
    await page.getByRole('log').getByRole('button', { name: 'Edit' }).click();
    await expect(app.bubble('And this')).toHaveCount(0);
    await expect(page.getByText('Your draft is kept:')).toBeVisible();
    await customerWrites(running, Date.now() + 2 * HOUR);
    await expect(app.composer).toHaveValue('And this');
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});

test('a stopped number says so on every screen, and tries again when told to', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await platformAt();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await customerWrites(running);
    await openAna(app, running);
    platform.faults.next({ kind: 'error', code: 190 });
    await app.answer('Hello');
    await expect(page.getByText(/^Nothing leaves from Casa Verde: /)).toBeVisible();
    await expect(page.getByText(/^Waits: /)).toBeVisible();
    await expectAccessible(page, 'paused');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(app.bubble('Hello')).toHaveAccessibleName(/, sent, /);
    await expect(page.getByText(/^Nothing leaves from/)).toBeHidden();
    expect(taken(platform)).toEqual(['Hello']);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('the page tells when the network is back, and what waited leaves at once and in order', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const port = await freePort();
  const running = await startApp(home, { graphUrl: `http://127.0.0.1:${port}` });
  let platform: PracticePlatform | undefined;
  try {
    await customerWrites(running);
    await openAna(app, running);
    for (const text of ['one', 'two', 'three']) await app.answer(text);
    await expect(page.getByText(/No connection to WhatsApp yet/)).toBeVisible();
    platform = await platformAt(port);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(app.bubble('three')).toHaveAccessibleName(/, sent, /, { timeout: 30_000 });
    expect(taken(platform)).toEqual(['one', 'two', 'three']);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform?.stop();
  }
});

test('a text is scheduled by keyboard, changed, cancelled with a way back, and sent at once', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await platformAt();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await customerWrites(running, Date.now() - HOUR);
    await openAna(app, running);
    await app.composer.fill('Your order is ready');
    await app.composer.press('Control+Shift+Enter');
    const dialog = page.getByRole('dialog', { name: 'Send later' });
    await expect(dialog).toContainText('The computer must be on');
    await expect(dialog.getByText(/will be over by then/)).toHaveCount(0);
    await dialog.getByLabel('At a time of your own').fill('2040-01-02T08:00');
    await expect(dialog.getByText(/will be over by then/)).toBeVisible();
    await expectAccessible(page, 'send-later');
    await dialog.getByRole('button', { name: /^Tomorrow/ }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(app.composer).toHaveValue('');
    const scheduled = page.getByRole('region', { name: 'Scheduled messages' });
    await expect(scheduled).toContainText('Your order is ready');
    await expectAccessible(page, 'scheduled');
    await page.setViewportSize({ width: 900, height: 700 });
    await expectAccessible(page, 'scheduled-narrow');

    await scheduled.getByRole('button', { name: 'Edit' }).click();
    const change = page.getByRole('dialog', { name: 'Change the scheduled message' });
    await change.getByLabel('Text').fill('Your order is ready, come by');
    await expectAccessible(page, 'change-scheduled');
    await change.getByRole('button', { name: 'Save' }).click();
    await expect(scheduled).toContainText('come by');
    await scheduled.getByRole('button', { name: 'Cancel' }).click();
    await expect(scheduled).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(scheduled).toContainText('come by');
    await scheduled.getByRole('button', { name: 'Send now' }).click();
    await expect(app.bubble('come by')).toHaveAccessibleName(/, sent, /);
    await expect(scheduled).toBeHidden();
    expect(taken(platform)).toEqual(['Your order is ready, come by']);
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});

test('what is scheduled survives a power cut; a little late it leaves, long after it asks', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await platformAt();
  const first = await startApp(home, { graphUrl: NOWHERE });
  await customerWrites(first);
  await openAna(app, first);
  for (const text of ['soon', 'stale']) {
    await app.composer.fill(text);
    await page.getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('button', { name: /^Tomorrow/ }).click();
    await expect(page.getByRole('region', { name: 'Scheduled messages' })).toContainText(text);
  }
  await page.goto('about:blank');
  await first.kill();
  const database = new Database(join(home, 'frontdesk.db'));
  const moveTo = database.prepare('UPDATE scheduled_message SET due_at = ? WHERE body = ?');
  expect(moveTo.run(Date.now() - HOUR / 4, 'soon').changes).toBe(1);
  expect(moveTo.run(Date.now() - 2 * HOUR, 'stale').changes).toBe(1);
  database.close();

  const second = await startApp(home, { graphUrl: platform.url });
  try {
    await openAna(app, second);
    await expect(app.bubble('soon')).toHaveAccessibleName(/, sent, /);
    await expect(app.bubble('stale')).toHaveAccessibleName(/, held, needs your decision, /);
    expect(taken(platform)).toEqual(['soon']);
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect(app.bubble('stale')).toHaveAccessibleName(/, sent, /);
    expect(taken(platform)).toEqual(['soon', 'stale']);
  } finally {
    await page.goto('about:blank');
    await second.stop();
    await platform.stop();
  }
});

test('what happened tells every attempt, and deliveries can be applied again', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const platform = await platformAt();
  const running = await startApp(home, { graphUrl: platform.url });
  try {
    await customerWrites(running);
    await openAna(app, running);
    platform.faults.next({ kind: 'error', code: 131016, details: 'Overloaded' });
    await app.answer('Hello');
    const bubble = app.bubble('Hello');
    await expect(bubble).toHaveAccessibleName(/, sent, /);
    await bubble.focus();
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: 'What happened' });
    await expect(dialog).toContainText('Tried to send: WhatsApp refused');
    await expect(dialog).toContainText('WhatsApp’s code 131016');
    await expect(dialog).toContainText('Overloaded');
    await expect(dialog).toContainText('Meta’s trace id');
    await expect(dialog).toContainText('Tried to send: WhatsApp took it');
    await dialog.getByText('What was sent', { exact: true }).first().click();
    await expect(dialog.locator('pre').first()).toContainText('"messaging_product": "whatsapp"');
    expect(await dialog.textContent()).not.toContain(TEST_ACCOUNT.accessToken);
    await expectAccessible(page, 'what-happened');
    await page.keyboard.press('Escape');

    await app.bubble('Is it ready?').focus();
    await page.keyboard.press('i');
    await dialog.getByRole('button', { name: 'Apply again' }).click();
    await expect(dialog).toContainText('1 delivery of WhatsApp was applied again.');
    await expect(dialog).toContainText('Nothing changed: everything had been applied before.');
    await expectAccessible(page, 'applied-again');
  } finally {
    await page.goto('about:blank');
    await running.stop();
    await platform.stop();
  }
});
