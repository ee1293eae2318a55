import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '#electron/clock.ts';
import { objectAt, textAt } from '#shared/json-fields.ts';
import { sendFiles } from '#electron/sending/send-files.ts';
import { openStore } from '#electron/store/open.ts';
import { startChild } from '../support/child.ts';
import { attach, mediaFolder } from '../support/files.ts';
import { callGraph, NUMBER } from '../support/practice.ts';
import { crowdOf, openChatWith, platformFor } from '../support/sending.ts';
import { addAccount } from '../support/store.ts';

it('sends a document of 100 MB from the disk, without having it in memory', async () => {
  const [customer] = crowdOf(1);
  if (customer === undefined) throw new Error('There is no customer.');
  const platform = await platformFor([customer]);
  const folder = await mediaFolder();
  const store = openStore(join(folder.home, 'frontdesk.db'));
  onTestFinished(async () => {
    store.close();
    await platform.stop();
  });
  const chatId = openChatWith(store, addAccount(store), customer);
  const bytes = Buffer.alloc(100_000_000, 'A price list. ');
  await attach(store, folder, chatId, bytes, { name: 'prices.txt' });
  sendFiles({ store, clock: systemClock }, { chatId, body: '', replyTo: null });

  const words = [folder.home, platform.url, NUMBER.phoneNumberId, NUMBER.accessToken];
  const child = await startChild('sender-process.ts', words);
  await expect.poll(() => platform.accepted.length, { timeout: 60_000, interval: 20 }).toBe(1);
  await expect
    .poll(() => store.prepare<{ state: string }>('SELECT state FROM outbox').get()?.state)
    .toBe('accepted');
  await child.kill();
  const id = textAt(objectAt(platform.accepted[0]?.body, 'document'), 'id') ?? '';
  const { body } = await callGraph(platform, 'GET', id);
  expect(body).toMatchObject({
    mime_type: 'text/plain',
    file_size: '100000000',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const memory = child.lines.map(Number);
  expect((memory.at(-1) ?? Infinity) - (memory[0] ?? 0)).toBeLessThan(80_000);
}, 90_000);
