import type { Page } from '@playwright/test';
import type { JsonObject } from '#shared/json.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { ANA, delivery, message, messagesChange, post } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible } from './axe.ts';

const BIA = { waId: '5511988776655', bsuid: 'US.24', name: 'Beatriz' };
const START = Math.floor(Date.now() / 1000) - 86_400;

/** What somebody writes, all of it in one delivery. */
async function tell(
  running: RunningApp,
  person: typeof ANA,
  ...messages: readonly JsonObject[]
): Promise<void> {
  const written = messages.map((fields) => message(person, fields));
  const answer = await post(running.webhook, delivery(messagesChange([person], written)));
  expect(answer.status).toBe(200);
}

/** `n` minutes after the first message. */
function at(n: number): JsonObject {
  return { timestamp: String(START + n * 60) };
}

function textAt(n: number, body: string): JsonObject {
  return { ...at(n), type: 'text', text: { body } };
}

/** A shop with one long chat and a short one, in which things lie that are no plain texts. */
async function openShop(home: string): Promise<RunningApp> {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  const lines = Array.from({ length: 150 }, (_none, index) =>
    textAt(index + 1, `Line number ${index + 1}`),
  );
  await tell(running, ANA, textAt(0, 'A gift for grandma, amanhã'), ...lines);
  const document = { id: '77', filename: 'Invoice 1187.pdf', mime_type: 'application/pdf' };
  const image = { id: '78', caption: 'Peonies on the table', mime_type: 'image/jpeg' };
  const response_json = JSON.stringify({ delivery: 'Saturday morning' });
  const interactive = {
    type: 'nfm_reply',
    nfm_reply: { name: 'flow', body: 'Sent', response_json },
  };
  await tell(
    running,
    BIA,
    { ...at(200), type: 'document', document },
    { ...at(201), type: 'image', image },
    { ...at(202), type: 'interactive', interactive },
  );
  return running;
}

function hits(page: Page) {
  return page.getByRole('region', { name: 'Search results' }).getByRole('button');
}

/** By its name, which ends with the text: on the screen the time follows, and 15 at 00:19 reads 1500. */
function line(page: Page, n: number) {
  return page.getByRole('article', { name: new RegExp(`Line number ${n}$`, 'u') });
}

function bar(page: Page) {
  return page.getByRole('search', { name: 'Search in this chat' });
}

async function lookAtBothWidths(page: Page, name: string): Promise<void> {
  for (const size of [
    { width: 900, height: 700 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await expectAccessible(page, `search-${name}-${size.width}`);
  }
}

test('anything ever said is found by keyboard, opened in its place, and left again', async ({
  app,
  home,
  page,
}) => {
  const running = await openShop(home);
  try {
    await page.goto(running.ui);
    await expect(app.chat('Beatriz')).toContainText('Saturday morning');
    const field = page.getByRole('searchbox', { name: 'Search all messages' });
    for (const [question, text] of [
      ['1187', 'Invoice 1187.pdf'],
      ['peoni', 'Peonies on the table'],
      ['saturday', 'delivery: Saturday morning'],
      ['has:image ', 'Peonies on the table'],
    ] as const) {
      await page.keyboard.press('Control+Shift+F');
      await expect(field).toBeFocused();
      await page.keyboard.type(question);
      await expect(hits(page).filter({ hasText: text })).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(field).toHaveValue('');
    }
    await page.keyboard.press('Control+Shift+F');
    await expect(field).toBeFocused();
    await page.keyboard.type('amanha');
    await expect(hits(page)).toHaveCount(1);
    await expect(page.locator('mark')).toHaveText('amanhã');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(app.bubble('A gift for grandma')).toBeFocused();
    await expect(line(page, 150)).toHaveCount(0);

    await field.press('Escape');
    await expect(page.getByRole('button', { name: 'All', exact: true })).toBeVisible();
    await expect(app.chat('Beatriz')).toBeVisible();
  } finally {
    expect(await running.stop()).toBe(0);
  }
});

test('a chat is searched in its own bar, hit by hit', async ({ app, home, page }) => {
  const running = await openShop(home);
  try {
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(line(page, 150)).toBeVisible();
    await page.keyboard.press('Control+F');
    const field = page.getByRole('textbox', { name: 'Search in this chat' });
    await expect(field).toBeFocused();
    await field.fill('"number 3" ');
    await expect(bar(page).getByText('1 of 1')).toBeVisible();
    await expect(line(page, 3)).toBeVisible();
    await field.fill('gift');
    await expect(app.bubble('A gift for grandma')).toBeVisible();
    await field.fill('number 14');
    await expect(bar(page).getByText('1 of 11')).toBeVisible();
    await field.press('Enter');
    await expect(bar(page).getByText('2 of 11')).toBeVisible();
    await expect(line(page, 148)).toBeVisible();

    const everywhere = page.getByRole('searchbox', { name: 'Search all messages' });
    await everywhere.fill('a');
    await expect(hits(page).first()).toBeVisible();
    await lookAtBothWidths(page, 'found');
    await everywhere.fill('zzzz label:vip ');
    await expect(page.getByText('Nothing found')).toBeVisible();
    await lookAtBothWidths(page, 'nothing-found');

    await field.press('Escape');
    await expect(field).toHaveCount(0);
  } finally {
    await running.stop();
  }
});
