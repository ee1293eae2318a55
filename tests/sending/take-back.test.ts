import { describe, expect, it } from 'vitest';
import { claimBatch } from '#electron/sending/claiming.ts';
import { sendText } from '#electron/sending/compose.ts';
import { takeBack } from '#electron/sending/take-back.ts';
import { findMessage } from '#electron/store/messages.ts';
import { outboxState } from '#electron/store/outbox.ts';
import { openWindow } from '../support/sending.ts';
import { addAccount, addChat, memoryStore } from '../support/store.ts';

const NOW = 1_793_610_000_000;

function openShop() {
  const store = memoryStore();
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  openWindow(store, chatId, NOW - 1000);
  const claimAt = (now: number) =>
    claimBatch(store, accountId, { allowedAt: () => 0, pay: () => undefined }, now, 5).jobs;
  return { store, chatId, claimAt, deps: { store, clock: () => NOW } };
}

describe('a text that waits before it leaves', () => {
  it('leaves when its time has come, and not before', () => {
    const { store, chatId, claimAt, deps } = openShop();
    const id = sendText(deps, { chatId, body: 'Hi', replyTo: null, delayMs: 5000 });
    expect(findMessage(store, id)?.nextAttemptAt).toBe(NOW + 5000);
    expect(claimAt(NOW + 4999)).toEqual([]);
    expect(claimAt(NOW + 5000)).toMatchObject([{ messageId: id }]);
  });

  it('comes back into the field, before what was written since, and is not sent', () => {
    const { store, chatId, claimAt, deps } = openShop();
    const id = sendText(deps, { chatId, body: 'Hi', replyTo: null, delayMs: 5000 });
    store.write((tx) => tx.run("UPDATE conversation SET draft = 'and more'"));
    expect(takeBack(deps, id)).toBe('Hi');
    expect(store.prepare<{ draft: string }>('SELECT draft FROM conversation').get()).toEqual({
      draft: 'Hi\nand more',
    });
    expect(findMessage(store, id)).toBeUndefined();
    expect(outboxState(store, id)).toBeUndefined();
    expect(claimAt(NOW + 9000)).toEqual([]);
  });

  it('stays when it is on its way already', () => {
    const { store, chatId, claimAt, deps } = openShop();
    const id = sendText(deps, { chatId, body: 'Hi', replyTo: null });
    expect(claimAt(NOW)).toHaveLength(1);
    expect(() => takeBack(deps, id)).toThrow('can’t be taken back');
    expect(findMessage(store, id)?.text).toBe('Hi');
  });
});
