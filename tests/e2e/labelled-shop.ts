import type { Page } from '@playwright/test';
import type { JsonObject } from '#shared/json.ts';
import { addTestAccount, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { messageDelivery, post } from '../support/webhooks.ts';
import { expect } from './app-page.ts';

let serial = 0;

/** Somebody writes. The later they do, the higher they stand. */
export async function write(
  running: RunningApp,
  name: string,
  fields: JsonObject = {},
): Promise<void> {
  serial += 1;
  const timestamp = String(Math.floor(Date.now() / 1000) - 900 + serial);
  const waId = `1650555${String(1000 + (name.codePointAt(0) ?? 0) + name.length).slice(-4)}`;
  await post(running.webhook, messageDelivery({ name, waId }, { timestamp, ...fields }));
}

/** A shop in which these people have written, with its inbox open. Meta can't be reached from it. */
export async function withCustomers(
  home: string,
  page: Page,
  people: readonly string[],
  work: (running: RunningApp) => Promise<void>,
): Promise<void> {
  expect(addTestAccount(home)).toMatchObject({ exitCode: 0 });
  const running = await startApp(home, { graphUrl: 'http://127.0.0.1:9' });
  try {
    for (const name of people) await write(running, name);
    await page.goto(running.ui);
    await work(running);
  } finally {
    // A page that outlives the app complains about the line it lost.
    await page.goto('about:blank');
    await running.stop();
  }
}
