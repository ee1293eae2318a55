import { expect, it } from 'vitest';
import { firstMessageSince } from '#electron/store/messages.ts';
import { hideMessage } from '#electron/store/message-marks.ts';
import { plansOf } from '../support/query-plan.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

it('finds the first message of a chat since a moment, by an index and in its own chat only', () => {
  const store = memoryStore();
  const accountId = addAccount(store);
  const [ana, bia] = [addChat(store, accountId).chatId, addChat(store, accountId).chatId];
  const [one, two, three] = [10, 20, 30].map((timestamp) =>
    addMessage(store, accountId, ana, { timestamp }),
  );
  addMessage(store, accountId, bia, { timestamp: 15 });
  addMessage(store, accountId, ana, { timestamp: 12, type: 'reaction' });
  const since = (at: number) => firstMessageSince(store, ana, at);
  expect([0, 10, 11, 20, 21, 31].map(since)).toEqual([one, one, two, two, three, undefined]);
  if (two !== undefined) store.write((tx) => hideMessage(tx, two, 1));
  expect(since(11), 'what is hidden is nowhere to go').toBe(three);
  const plans = plansOf(store, () => since(11));
  expect(plans).toContain('USING INDEX message_thread');
  expect(plans).not.toMatch(/TEMP B-TREE|SCAN m\b/);
});
