import { expect, it } from 'vitest';
import { firstMessageSince, messagesByIds } from '#electron/store/messages.ts';
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

it('takes a few messages by their ids, not by walking the thread', () => {
  const store = memoryStore();
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  const [one, two, three] = [30, 10, 20].map((timestamp) =>
    addMessage(store, accountId, chatId, { timestamp }),
  );
  if (one === undefined || three === undefined) throw new Error('They were not added.');
  const taken = () => messagesByIds(store, chatId, [one, three]).map(({ id }) => id);
  expect(taken()).toEqual([three, one]);
  expect(taken()).not.toContain(two);
  expect(plansOf(store, taken)).not.toContain('message_thread');
});
