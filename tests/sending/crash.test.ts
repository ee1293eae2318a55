import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { MessageId } from '#shared/ids.ts';
import { createRandom } from '#shared/random.ts';
import { systemClock } from '#electron/clock.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { sendText } from '#electron/sending/compose.ts';
import { adoptWamid } from '#electron/store/message-status.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { NUMBER } from '../support/practice.ts';
import { crowdOf, openChatWith, platformFor, textOf } from '../support/sending.ts';
import { addAccount } from '../support/store.ts';

const CHATS = 40;
const MESSAGES = 600;
const KILLS = 8;

it('sends nothing twice and loses nothing, however often the process is killed', async () => {
  const customers = crowdOf(CHATS);
  const platform = await platformFor(customers);
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-crash-'));
  const file = join(folder, 'frontdesk.db');
  const store = openStore(file);
  let child: ChildProcess | undefined;
  onTestFinished(async () => {
    child?.kill('SIGKILL');
    store.close();
    await platform.stop();
    rmSync(folder, { recursive: true });
  });
  const accountId = addAccount(store);
  const chats = customers.map((customer) => openChatWith(store, accountId, customer));
  for (let n = 0; n < MESSAGES; n += 1) {
    const chatId = chats[n % CHATS] ?? asId(0);
    sendText({ store, clock: systemClock }, { chatId, body: `text ${n}`, replyTo: null });
  }

  const random = createRandom('crash');
  for (let kill = 0; kill < KILLS; kill += 1) {
    platform.faults.next({
      kind: kill % 2 === 0 ? 'hang_after_accepting' : 'hang_before_accepting',
    });
    child = await startSending(folder, platform.url);
    const goal = platform.accepted.length + 5 + random.below(50);
    await reached(platform, goal);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  child = await startSending(folder, platform.url);
  await expect
    .poll(() => statesOf(store)['queued'], { timeout: 30_000, interval: 50 })
    .toBe(undefined);
  await expect.poll(() => statesOf(store)['claimed'], { timeout: 10_000 }).toBe(undefined);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const callbackIds = platform.accepted.map(({ callbackData }) => callbackData);
  const texts = platform.accepted.map(({ body }) => textOf(body));
  expect(new Set(callbackIds).size).toBe(callbackIds.length);
  expect(new Set(texts).size).toBe(texts.length);
  const states = statesOf(store);
  expect((states['accepted'] ?? 0) + (states['unknown'] ?? 0)).toBe(MESSAGES);
  expect(states['unknown']).toBeGreaterThanOrEqual(KILLS);
  expectOrder(platform);

  applyStatuses(store, platform);
  expect(statusesOf(store, texts)).toEqual(new Set(['accepted']));
  const never = MESSAGES - texts.length;
  expect(statesOf(store)).toEqual({
    accepted: texts.length,
    ...(never > 0 && { unknown: never }),
  });
}, 90_000);

async function startSending(home: string, url: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, '..', 'support', 'sender-process.ts');
  const words = [script, home, url, NUMBER.phoneNumberId, NUMBER.accessToken];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error('The sending process ended by itself.');
  return child;
}

function reached(platform: PracticePlatform, count: number): Promise<void> {
  return expect
    .poll(() => platform.accepted.length, { interval: 1, timeout: 20_000 })
    .toBeGreaterThanOrEqual(Math.min(count, MESSAGES / 2));
}

function statesOf(store: Store): Record<string, number> {
  const rows = store
    .prepare<{ state: string; count: number }>(
      'SELECT state, count(*) AS count FROM outbox GROUP BY state',
    )
    .all();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

function statusesOf(store: Store, texts: readonly string[]): Set<string> {
  const rows = store
    .prepare<{ status: string }>(
      'SELECT DISTINCT status FROM message WHERE body IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(texts));
  return new Set(rows.map(({ status }) => status));
}

/** In each chat the platform got the texts in the order in which they were written. */
function expectOrder(platform: PracticePlatform): void {
  const last = new Map<string, number>();
  for (const { waId, body } of platform.accepted) {
    const number = Number(textOf(body).split(' ')[1]);
    expect(number).toBeGreaterThan(last.get(waId) ?? -1);
    last.set(waId, number);
  }
}

/** What the webhook does with a status that carries our callback id. */
function applyStatuses(store: Store, platform: PracticePlatform): void {
  store.write((tx) => {
    for (const { callbackData, wamid } of platform.accepted) {
      const row = tx
        .prepare<{ id: MessageId }>('SELECT id FROM message WHERE callback_id = ?')
        .get(callbackData);
      if (row !== undefined) adoptWamid(tx, row.id, wamid);
    }
  });
}
