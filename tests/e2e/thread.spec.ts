import type { Page, WebSocketRoute } from '@playwright/test';
import { z } from 'zod';
import { addTestAccount, frontdesk, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { openDoor } from '../support/door.ts';
import { ANA, messageDelivery, post, SHOP } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import { expectAccessible, keepPicture } from './axe.ts';

// Several apps are started, and axe looks at every screen twice.
test.describe.configure({ timeout: 180_000 });

const MANY = 100_000;

const chatPage = z.object({
  data: z.object({
    chats: z.array(
      z.object({ id: z.int(), contact: z.object({ name: z.string(), phone: z.string() }) }),
    ),
  }),
});
const found = z.object({ data: z.int() });
const messages = z.object({ data: z.array(z.object({ wamid: z.string() })) });

/** The message at the top of the view and where exactly it stands. */
function top(page: Page): Promise<{ readonly id: string; readonly y: number } | undefined> {
  return page.getByRole('log').evaluate((log) => {
    const edge = log.getBoundingClientRect().top;
    const articles = [...log.querySelectorAll<HTMLElement>('[data-message]')];
    const first = articles.find((each) => each.getBoundingClientRect().bottom > edge);
    if (first === undefined) return undefined;
    return { id: first.dataset['message'] ?? '', y: Math.round(first.getBoundingClientRect().top) };
  });
}

/** Waits until the view has come to rest, and says where. */
async function rest(page: Page): Promise<{ readonly id: string; readonly y: number }> {
  let last: string | undefined;
  await expect
    .poll(async () => {
      const before = last;
      last = JSON.stringify(await top(page));
      return last === before && last !== undefined;
    })
    .toBe(true);
  const place = await top(page);
  if (place === undefined) throw new Error('There is no message.');
  return place;
}

async function anaWrites({ webhook }: Pick<RunningApp, 'webhook'>, body: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  await post(webhook, messageDelivery(ANA, { timestamp, type: 'text', text: { body } }));
}

/** A chat of Ana's as long as a busy decade. */
async function withLongChat(
  home: string,
  page: Page,
  work: (running: RunningApp) => Promise<void>,
): Promise<void> {
  addTestAccount(home);
  const seeded = frontdesk([
    'seed',
    '--home',
    home,
    '--chats',
    '1',
    '--messages',
    String(MANY),
    '--account',
    '1',
  ]);
  expect(seeded.exitCode, seeded.stderr).toBe(0);
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    await work(running);
  } finally {
    // A page that outlives the app complains about the line it lost.
    await page.goto('about:blank');
    await running.stop();
  }
}

test('a thread of 100,000 messages leads to any day and to both ends by keyboard', async ({
  app,
  home,
  page,
}) => {
  await withLongChat(home, page, async (running) => {
    await page.goto(running.ui);
    await app.chats.first().click();
    await expect(app.messages.last()).toBeVisible();

    await app.messages.last().focus();
    await page.keyboard.press('Home');
    await expect(page.getByText('The conversation begins here')).toBeVisible();
    await expect(app.messages.first()).toBeFocused();
    const start = await app.messages.first().getAttribute('data-message');
    await page.keyboard.press('End');
    await expect(app.messages.last()).toBeFocused();
    await expect(page.getByRole('button', { name: 'Go to the newest message' })).toBeHidden();
    expect(await app.messages.last().getAttribute('data-message')).not.toBe(start);

    await page.keyboard.press('Control+g');
    const dialog = page.getByRole('dialog', { name: 'Go to a day' });
    const newest = await dialog.getByLabel('Day').inputValue();
    const wanted = new Date(`${newest}T12:00`);
    wanted.setDate(wanted.getDate() - 200);
    const day = wanted.toISOString().slice(0, 10);
    await dialog.getByLabel('Day').fill(day);
    await expectAccessible(page, 'go-to-day');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    const focused = page.locator('article:focus');
    await expect(focused).toBeVisible();
    // The focus comes back from the dialog first, and goes to that day from there.
    await expect
      .poll(async () => {
        const written = await focused.locator('time').first().getAttribute('title');
        return new Date(written ?? '').toDateString();
      })
      .toBe(wanted.toDateString());
    await keepPicture(page, 'that-day');

    // The day that floats above while one scrolls leads there too.
    await focused.hover();
    await page.mouse.wheel(0, -300);
    await page.getByRole('button', { name: 'Go to a day' }).click();
    await expect(dialog.getByLabel('Day')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
    await dialog.getByRole('button', { name: 'First message' }).click();
    await expect(page.getByText('The conversation begins here')).toBeVisible();
    await expect(app.messages.first()).toBeFocused();
  });
});

/** Somebody of the seeded history answers to the very first message. */
async function quoteFirst(running: RunningApp, body: string): Promise<void> {
  const door = await openDoor(running.ui);
  const { data: chats } = chatPage.parse(
    await door.invoke('chats.page', { filter: 'all', accountId: null, cursor: null, limit: 1 }),
  );
  const [chat] = chats.chats;
  if (chat === undefined) throw new Error('There is no chat.');
  const first = found.parse(await door.invoke('messages.firstSince', { chatId: chat.id, at: 0 }));
  const { data } = messages.parse(
    await door.invoke('messages.byIds', { chatId: chat.id, messageIds: [first.data] }),
  );
  door.close();
  const person = { waId: chat.contact.phone.slice(1), name: chat.contact.name };
  const timestamp = String(Math.floor(Date.now() / 1000));
  const context = { from: SHOP.displayPhoneNumber, id: data[0]?.wamid ?? '' };
  const answer = { timestamp, type: 'text', text: { body }, context };
  await post(running.webhook, messageDelivery(person, answer));
}

test('a quoted message of any age is one click away, and the place is kept meanwhile', async ({
  app,
  home,
  page,
}) => {
  await withLongChat(home, page, async (running) => {
    await quoteFirst(running, 'About the very first thing');
    await page.goto(running.ui);
    await app.chats.first().click();
    const answer = app.bubble('About the very first thing');
    await expect(answer).toBeVisible();
    await answer.getByTitle('Go to the quoted message').click();
    await expect(page.getByText('The conversation begins here')).toBeVisible();
    await expect(app.messages.first()).toBeFocused();
    const before = await rest(page);
    await quoteFirst(running, 'And another');
    await expect(app.chats.first()).toContainText('And another');
    expect(await rest(page), 'what arrives at the far end moves nothing').toEqual(before);
    expect(await app.messages.count()).toBeLessThan(300);
  });
});

test('who reads further up stays where they are, whatever arrives or was missed', async ({
  app,
  home,
  page,
}) => {
  addTestAccount(home);
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    for (let turn = 0; turn < 60; turn += 1) await anaWrites(running, `question ${turn}`);
    const lines: WebSocketRoute[] = [];
    await page.routeWebSocket(/\/ws$/, (line) => {
      line.connectToServer();
      lines.push(line);
    });
    await page.goto(running.ui);
    await app.chat('Ana').click();
    await expect(app.bubble('question 59')).toBeVisible();
    await app.messages.last().hover();
    await page.mouse.wheel(0, -1200);
    await expect(page.getByRole('button', { name: 'Go to the newest message' })).toBeVisible();
    const before = await rest(page);

    await anaWrites(running, 'while scrolled up');
    await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible();
    expect(await rest(page), 'what arrives moves nothing').toEqual(before);

    await lines.at(-1)?.close();
    await anaWrites(running, 'missed');
    await expect(page.getByRole('button', { name: '2 new messages' })).toBeVisible();
    await expect.poll(() => lines.length, 'the line is there again').toBe(2);
    expect(await rest(page), 'what was missed moves nothing').toEqual(before);
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});
