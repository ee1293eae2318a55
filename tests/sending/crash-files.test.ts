import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { asId } from '#shared/ids.ts';
import { objectAt, textAt } from '#shared/json-fields.ts';
import { systemClock } from '#electron/clock.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { sendFiles } from '#electron/sending/send-files.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';
import { startChild } from '../support/child.ts';
import { attach, mediaFolder, sample } from '../support/files.ts';
import { NUMBER } from '../support/practice.ts';
import { crowdOf, openChatWith, platformFor } from '../support/sending.ts';
import { addAccount } from '../support/store.ts';

const CHATS = 14;
const FILES = CHATS * 2;
const KILLS = 5;

it('sends no file twice and loses none, killed in the middle of uploads and of messages', async () => {
  const customers = crowdOf(CHATS);
  const platform = await platformFor(customers);
  const folder = await mediaFolder();
  const store = openStore(join(folder.home, 'frontdesk.db'));
  onTestFinished(async () => {
    store.close();
    await platform.stop();
  });
  const accountId = addAccount(store);
  const chats = customers.map((customer) => openChatWith(store, accountId, customer));
  for (let n = 0; n < FILES; n += 1) {
    const chatId = chats[n % CHATS] ?? asId(0);
    await attach(store, folder, chatId, sample('pdf', 400_000));
    sendFiles({ store, clock: systemClock }, { chatId, body: `file ${n}`, replyTo: null });
  }

  const words = [folder.home, platform.url, NUMBER.phoneNumberId, NUMBER.accessToken];
  for (let kill = 0; kill < KILLS; kill += 1) {
    platform.faults.next({ kind: 'hang_before_accepting' }, { target: 'upload' });
    platform.faults.next({
      kind: kill % 2 === 0 ? 'hang_after_accepting' : 'hang_before_accepting',
    });
    const goal = Math.min(platform.accepted.length + 2, FILES / 2);
    const child = await startChild('sender-process.ts', words);
    await expect
      .poll(() => platform.accepted.length, { interval: 1, timeout: 20_000 })
      .toBeGreaterThanOrEqual(goal);
    await child.kill();
  }
  platform.faults.clear();
  const last = await startChild('sender-process.ts', words);
  await expect
    .poll(() => statesOf(store), { timeout: 40_000, interval: 50 })
    .not.toMatch(/queued|claimed/);
  await last.kill();

  const captions = captionsAt(platform);
  expect(new Set(captions).size).toBe(captions.length);
  const unknown = rowsIn(store, 'unknown');
  expect(rowsIn(store, 'accepted') + unknown).toBe(FILES);
  // Whatever Meta does not have is among those of which the owner is asked.
  expect(FILES - captions.length).toBeLessThanOrEqual(unknown);
  expect(unknown).toBeLessThan(FILES / 2);
  expect(platform.accepted.filter(({ type }) => type === 'document')).toHaveLength(captions.length);
}, 120_000);

function captionsAt(platform: PracticePlatform): string[] {
  return platform.accepted.map(
    ({ body }) => textAt(objectAt(body, 'document'), 'caption') ?? 'nothing',
  );
}

function statesOf(store: Store): string {
  return store
    .prepare<{ state: string }>('SELECT DISTINCT state FROM outbox')
    .all()
    .map(({ state }) => state)
    .join(' ');
}

function rowsIn(store: Store, state: string): number {
  const row = store
    .prepare<{ n: number }>('SELECT count(*) AS n FROM outbox WHERE state = ?')
    .get(state);
  return row?.n ?? 0;
}
