import { expect, it, onTestFinished } from 'vitest';
import { sendText } from '#electron/sending/compose.ts';
import { startSender } from '#electron/sending/sender.ts';
import { findMessage } from '#electron/store/messages.ts';
import { deadUrl } from '../support/graph-server.ts';
import { crowdOf, laneDeps, openChatWith, platformFor, textOf } from '../support/sending.ts';
import { addAccount, memoryStore } from '../support/store.ts';

it('sends at once and in order what waited for the network, when the computer wakes', async () => {
  const customers = crowdOf(1);
  const [ana] = customers;
  if (ana === undefined) throw new Error('Nobody is there.');
  const store = memoryStore();
  const url = await deadUrl();
  const now = Date.now();
  // Time stands still, so that nothing is tried again by itself.
  const deps = { store, clock: () => now };
  const chatId = openChatWith(store, addAccount(store), ana, now);
  const sender = startSender(laneDeps(store, url, { clock: deps.clock }));
  const say = (body: string) => sendText(deps, { chatId, body, replyTo: null });
  const first = say('one');
  say('two');
  await sender.idle();
  expect(findMessage(store, first)).toMatchObject({ status: 'queued', error: { code: null } });

  const platform = await platformFor(customers, { port: Number(new URL(url).port) });
  onTestFinished(async () => {
    await sender.stop();
    await platform.stop();
    store.close();
  });
  const taken = () => platform.accepted.map(({ body }) => textOf(body));
  await sender.idle();
  expect(taken()).toEqual([]);
  sender.wake();
  await expect.poll(taken, { timeout: 5_000 }).toEqual(['one', 'two']);
});
