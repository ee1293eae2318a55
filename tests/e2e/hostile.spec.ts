import type { Page } from '@playwright/test';
import type { JsonObject } from '#shared/json.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import { everyKind, HOSTILE } from '../support/hostile-words.ts';
import { ANA, delivery, message, messagesChange, post } from '../support/webhooks.ts';
import type { Person } from '../support/webhooks.ts';
import { expect, test } from './app-page.ts';
import type { AppPage } from './app-page.ts';
import { expectAccessible } from './axe.ts';

/** The best of these counts: the machine may be busy with something else. */
const ROUNDS = 3;
/** The words are a hundred thousand times longer, and all of them travel to the page. */
const MOST_RATIO = 12;

async function write(webhook: string, person: Person, kinds: readonly JsonObject[]): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  // One by one: a delivery has its limit too.
  for (const fields of kinds) {
    const change = messagesChange([person], [message(person, { timestamp, ...fields })]);
    expect((await post(webhook, delivery(change))).status).toBe(200);
  }
}

/** Each has a last word of their own, so that the thread that was open before is not taken for it. */
function lastWordOf(name: string): string {
  return `last word of ${name}`;
}

/** Milliseconds from the click on a chat until its last message is painted. */
async function timeToOpen(app: AppPage, page: Page, name: string, count: number): Promise<number> {
  const start = performance.now();
  await app.chat(name).click();
  await page.getByRole('log').getByText(lastWordOf(name)).waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  const elapsed = performance.now() - start;
  expect(await app.messages.count()).toBeLessThanOrEqual(count);
  return elapsed;
}

test('hostile words of every kind neither run, nor break the thread, nor slow it', async ({
  app,
  home,
  page,
}, testInfo) => {
  test.setTimeout(120_000);
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    const last = (name: string) => ({ type: 'text', text: { body: lastWordOf(name) } });
    const kinds = [...everyKind(HOSTILE), last('Ana')];
    const calm: Person = { waId: '4366012345678', name: 'Calm', bsuid: 'AT.1' };
    await write(running.webhook, ANA, kinds);
    await write(running.webhook, calm, [...everyKind('words'), last('Calm')]);
    await page.goto(running.ui);
    await expect(app.chat('Calm')).toContainText(lastWordOf('Calm'));
    await expect(app.chat('Ana')).toContainText(lastWordOf('Ana'));

    const times = { Calm: Infinity, Ana: Infinity };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of ['Calm', 'Ana'] as const) {
        times[name] = Math.min(times[name], await timeToOpen(app, page, name, kinds.length));
      }
    }
    const ratio = times.Ana / times.Calm;
    testInfo.annotations.push({
      type: 'hostile thread against an ordinary one',
      description: `${ratio.toFixed(1)} times (${times.Ana.toFixed(0)} ms)`,
    });
    expect(ratio).toBeLessThan(MOST_RATIO);

    // From the last to the first, so that each has been drawn.
    await page.getByRole('log').getByText(lastWordOf('Ana')).click();
    for (let step = 0; step < kinds.length; step += 1) {
      await page.keyboard.press('ArrowUp');
      const wide = await page.evaluate(() => {
        const log = document.querySelector('[role="log"]')?.getBoundingClientRect();
        const bubbles = [...document.querySelectorAll('[role="log"] article')];
        return bubbles.filter((bubble) => {
          const { left, right } = bubble.getBoundingClientRect();
          return log === undefined || left < log.left - 1 || right > log.right + 1;
        }).length;
      });
      expect(wide, 'bubbles that stick out of the thread').toBe(0);
    }
    const screen = await page.evaluate(() => ({
      hit: 'hit' in window,
      wider: document.documentElement.scrollWidth > window.innerWidth,
      links: [...document.querySelectorAll('a')].filter(({ href }) => !/^https?:/u.test(href))
        .length,
      nodes: document.querySelectorAll('[role="log"] *').length,
    }));
    expect(screen).toMatchObject({ hit: false, wider: false, links: 0 });
    expect(screen.nodes, 'nothing unfolds by itself').toBeLessThan(6_000);
    await expect(page.getByRole('log').locator('script, img[src="x"]')).toHaveCount(0);
    await expectAccessible(page, 'hostile');
  } finally {
    await page.goto('about:blank');
    await running.stop();
  }
});
