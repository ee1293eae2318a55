import { expect, it } from 'vitest';
import { retryMessage } from '#electron/sending/retry.ts';
import { crowdOf, openWindow, sendingWorld, storedMessage } from '../support/sending.ts';
import type { PracticeCustomer } from '#electron/practice/model.ts';

const HOUR = 3_600_000;

function refusedWith(code: number): PracticeCustomer {
  const [somebody] = crowdOf(1);
  if (somebody === undefined) throw new Error('A crowd of one has nobody.');
  return { ...somebody, waId: `8881${String(code).padStart(7, '0')}001` };
}

it.each([
  [131049, 'try again in 24 hours', 24 * HOUR],
  [132069, 'try again in 60 minutes', HOUR],
])('after %s even the owner’s own wish waits', async (code, words, waitMs) => {
  const { store, chats, say, sender } = await sendingWorld({ customers: [refusedWith(code)] });
  const id = say(0, 'offer');
  await sender.idle();
  expect(() => retryMessage({ store, clock: Date.now }, id)).toThrow(words);
  expect(storedMessage(store, id).status).toBe('failed');
  const later = Date.now() + waitMs;
  for (const chatId of chats) openWindow(store, chatId, later);
  retryMessage({ store, clock: () => later }, id);
  expect(storedMessage(store, id).status).toBe('queued');
});

it('after any other failure it does not', async () => {
  const { store, say, sender } = await sendingWorld({ customers: [refusedWith(131026)] });
  const id = say(0, 'hello');
  await sender.idle();
  retryMessage({ store, clock: Date.now }, id);
  expect(storedMessage(store, id).status).toBe('queued');
});
