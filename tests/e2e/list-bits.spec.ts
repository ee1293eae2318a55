import type { Page } from '@playwright/test';
import { addTestAccount, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { ANA, delivery, message, messagesChange, post, SHOP } from '../support/webhooks.ts';
import type { Shop } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const SECOND = { ...SHOP, phoneNumberId: '206540352242922', displayPhoneNumber: '15550783882' };

/** Ana writes to one of our numbers. */
async function anaWrites(running: RunningApp, body: string, shop: Shop = SHOP): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const text = message(ANA, { timestamp, type: 'text', text: { body } });
  const answer = await post(running.webhook, delivery(messagesChange([ANA], [text], shop)));
  expect(answer.status).toBe(200);
}

async function withShop(
  home: string,
  page: Page,
  work: (running: RunningApp) => Promise<void>,
): Promise<void> {
  addTestAccount(home);
  addTestAccount(home, { name: 'Casa Azul', phoneNumberId: SECOND.phoneNumberId });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await page.goto(running.ui);
    await work(running);
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
}

test('one customer and two numbers are two chats that never mix', async ({ app, home, page }) => {
  await withShop(home, page, async (running) => {
    await anaWrites(running, 'Hello green house');
    await anaWrites(running, 'Hello blue house', SECOND);
    await expect(app.chats).toHaveCount(2);

    await page.getByRole('button', { name: 'Chats of: All numbers' }).click();
    await page.getByRole('menuitemradio', { name: 'Casa Azul' }).click();
    await expect(app.chats).toHaveCount(1);
    await app.chats.first().click();
    await expect(app.messages).toHaveCount(1);
    await expect(app.bubble('Hello blue house')).toBeVisible();
    await app.answer('Blue answers');
    await anaWrites(running, 'Green again');
    await expect(app.bubble('Blue answers')).toBeVisible();
    await expect(app.chats, 'the other number’s chat stays away').toHaveCount(1);

    await page.reload();
    await expect(app.chats, 'the choice is kept').toHaveCount(1);
    await page.getByRole('button', { name: 'Chats of: Casa Azul' }).click();
    await page.getByRole('menuitemradio', { name: 'Casa Verde' }).click();
    await app.chats.first().click();
    await expect(app.bubble('Green again')).toBeVisible();
    await expect(app.messages).toHaveCount(2);
    await expect(app.bubble('Blue')).toHaveCount(0);
  });
});

test('a message is starred, hidden here and brought back', async ({ app, home, page }) => {
  await withShop(home, page, async (running) => {
    await anaWrites(running, 'Keep this');
    await anaWrites(running, 'Not that');
    await app.chat('Ana').click();
    await app.bubble('Keep this').hover();
    await page.getByRole('button', { name: 'Star', exact: true }).click();
    await expect(app.bubble('Keep this').getByRole('img', { name: 'Starred' })).toBeVisible();

    await app.bubble('Not that').hover();
    await page.getByRole('button', { name: 'Hide here (the customer keeps it)' }).click();
    await expect(app.bubble('Not that')).toHaveCount(0);
    await expect(app.chat('Ana')).toContainText('Keep this');
    await app.chat('Ana').focus();
    await page.keyboard.press('Control+z');
    await expect(app.bubble('Not that')).toBeVisible();
    await page.reload();
    await expect(app.bubble('Keep this').getByRole('img', { name: 'Starred' })).toBeVisible();
  });
});

test('a chat is muted for a while by keyboard, and says until when', async ({
  app,
  home,
  page,
}) => {
  await withShop(home, page, async (running) => {
    await anaWrites(running, 'Hello');
    await app.chat('Ana').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog', { name: 'Mute this chat' })).toBeVisible();
    await expectAccessible(page, 'mute');
    await page.getByRole('button', { name: 'For a week' }).press('Enter');
    await expect(app.chat('Ana').getByRole('img', { name: /^Muted until / })).toBeVisible();
    await app.chat('Ana').focus();
    await page.keyboard.press('m');
    await expect(app.chat('Ana').getByRole('img', { name: /^Muted/ })).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(app.chat('Ana').getByRole('img', { name: /^Muted until / })).toBeVisible();
  });
});

test('a chat is snoozed by typing when, and by its own keys', async ({ app, home, page }) => {
  await withShop(home, page, async (running) => {
    await anaWrites(running, 'Hello');
    await app.chat('Ana').click();
    await expect(app.composer).toBeFocused();
    await page.keyboard.press('Control+Shift+j');
    await expect(page.getByRole('dialog', { name: 'Snooze this chat' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('snooze in 3 days');
    await expect(page.getByRole('option').first()).toHaveText(/^Snooze until \w{3} \d\d:\d\d$/);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Snoozed Ana').first()).toBeVisible();
    await page.getByRole('button', { name: 'More views' }).click();
    await page.getByRole('menuitem', { name: 'Snoozed 1' }).click();
    await expect(app.chat('Ana').getByRole('img', { name: /^Snoozed until / })).toBeVisible();
  });
});
