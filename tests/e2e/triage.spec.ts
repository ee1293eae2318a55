import type { Page } from '@playwright/test';
import { addTestAccount, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { messageDelivery, post } from '../support/webhooks.ts';
import type { Person } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const PEOPLE = ['Ana', 'Bia', 'Caio', 'Davi'].map((name, index) => ({
  name,
  waId: `1650555100${index}`,
}));

let serial = 0;

/** The later somebody writes, the higher they stand. */
async function write(running: RunningApp, person: Person): Promise<void> {
  serial += 1;
  const timestamp = String(Math.floor(Date.now() / 1000) - 600 + serial);
  await post(running.webhook, messageDelivery(person, { timestamp }));
}

async function withShop(
  home: string,
  page: Page,
  work: (running: RunningApp) => Promise<void>,
): Promise<void> {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    for (const person of PEOPLE) await write(running, person);
    await work(running);
  } finally {
    // A page that outlives the app complains about the line it lost.
    await page.goto('about:blank');
    await running.stop();
  }
}

test('chats are resolved, snoozed until a reply and pinned, and each can be undone', async ({
  app,
  home,
  page,
}) => {
  await withShop(home, page, async (running) => {
    await page.goto(running.ui);
    await app.chat('Caio').click();
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect(app.chat('Caio')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(app.chat('Caio')).toBeVisible();

    await app.chat('Caio').focus();
    await page.keyboard.press('e');
    await expect(app.chat('Caio')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(app.chat('Caio')).toBeVisible();

    await app.chat('Bia').focus();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Until they reply' }).click();
    await expect(app.chat('Bia')).toBeHidden();
    const [, bia] = PEOPLE;
    if (bia === undefined) throw new Error('Nobody is there.');
    await write(running, bia);
    await expect(app.chat('Bia'), 'a reply brings it back').toBeVisible();

    await app.chat('Ana').focus();
    await page.keyboard.press('p');
    await expect(app.chats.first()).toHaveText(/^AN?Ana/);
    await page.reload();
    await expect(app.chats.first(), 'a pin is kept').toHaveText(/^AN?Ana/);
  });
});

test('many chats are done with at once by keyboard, and the view is kept', async ({
  app,
  home,
  page,
}) => {
  await withShop(home, page, async (running) => {
    await page.goto(running.ui);
    await expect(app.chats).toHaveCount(4);
    await app.chats.first().focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('3 chosen')).toBeVisible();
    await page.keyboard.press('e');
    await expect(app.chats).toHaveCount(1);
    await expect(page.getByText('Resolved 3 chats').first()).toBeVisible();

    await page.getByRole('button', { name: 'More views' }).click();
    await page.getByRole('menuitem', { name: 'Resolved' }).click();
    await expect(app.chats).toHaveCount(3);
    await page.reload();
    await expect(app.chats, 'the view survives').toHaveCount(3);
  });
});

test('the palette opens a chat, and axe finds nothing on what is new', async ({
  app,
  home,
  page,
}) => {
  await withShop(home, page, async (running) => {
    await page.goto(running.ui);
    await expect(app.chats).toHaveCount(4);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('davi');
    await expect(page.getByRole('option').first()).toContainText('Davi');
    await expectAccessible(page, 'palette');
    await page.keyboard.press('Enter');
    await expect(app.composer).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Davi' }).first()).toBeVisible();

    await app.chat('Ana').focus();
    await page.keyboard.press('p');
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog', { name: 'Mute this chat' })).toBeVisible();
    await expectAccessible(page, 'mute');
    await page.getByRole('button', { name: 'For 8 hours' }).click();
    await app.chat('Bia').click({ modifiers: ['Control'] });
    await expect(page.getByText('1 chosen')).toBeVisible();
    await expectAccessible(page, 'list');
    await page.keyboard.press('h');
    await expect(page.getByRole('dialog', { name: 'Snooze this chat' })).toBeVisible();
    await expectAccessible(page, 'snooze');
    await page.keyboard.press('Escape');
    await app.chat('Bia').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Mute…' })).toBeVisible();
    await expectAccessible(page, 'menu');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 900, height: 700 });
    await expectAccessible(page, 'narrow');
  });
});

test('a chat opens again where reading stopped', async ({ app, home, page }) => {
  await withShop(home, page, async (running) => {
    const [ana] = PEOPLE;
    if (ana === undefined) throw new Error('Nobody is there.');
    for (let turn = 0; turn < 40; turn += 1) await write(running, ana);
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(app.messages.last()).toBeVisible();
    await app.messages.last().hover();
    await page.mouse.wheel(0, -900);
    await expect(page.getByRole('button', { name: 'Go to the newest message' })).toBeVisible();
    const top = () =>
      app.messages.evaluateAll((articles) => {
        const edge = articles[0]?.closest('[role="log"]')?.getBoundingClientRect().top ?? 0;
        const first = articles.find((each) => each.getBoundingClientRect().bottom > edge);
        return first?.getAttribute('data-message');
      });
    const before = await top();
    await app.chat('Bia').click();
    await expect(page.getByRole('heading', { name: 'Bia' }).first()).toBeVisible();
    await app.chat('Ana').click();
    await expect.poll(top).toBe(before);
  });
});
