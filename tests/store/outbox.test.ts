import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import { adoptWamid } from '#electron/store/message-status.ts';
import { openStore } from '#electron/store/open.ts';
import {
  claim,
  doubt,
  dueHeads,
  enqueue,
  fail,
  nextDueAt,
  outboxState,
  requeue,
} from '#electron/store/outbox.ts';
import type { QueueHead } from '#electron/store/outbox.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

const NOW = 1_700_000_000_000;
const ERROR = { code: 131000, title: 'Something went wrong', details: null };

function queued(store: Store, accountId: AccountId, chatId: ChatId): MessageId {
  const messageId = addMessage(store, accountId, chatId, {
    direction: 'outbound',
    origin: 'frontdesk',
    status: 'queued',
    wamid: null,
  });
  store.write((tx) => {
    enqueue(tx, { messageId, chatId, accountId }, NOW);
  });
  return messageId;
}

function onlyHead(store: Store, accountId: AccountId): QueueHead {
  const [head, ...others] = dueHeads(store, accountId, NOW, 10);
  if (head === undefined || others.length > 0) throw new Error('There is not exactly one head.');
  return head;
}

describe('the outbox', () => {
  it('gives a message to the first who claims it, also across connections', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-'));
    const [first, second] = [openStore(join(folder, 'a.db')), openStore(join(folder, 'a.db'))];
    onTestFinished(() => {
      first.close();
      second.close();
      rmSync(folder, { recursive: true });
    });
    const accountId = addAccount(first);
    queued(first, accountId, addChat(first, accountId).chatId);
    const heads = [first, second].map((store) => onlyHead(store, accountId));
    const wins = [first, second].map((store, index) =>
      store.write((tx) => claim(tx, heads[index]?.id ?? onlyHead(store, accountId).id, NOW)),
    );
    expect(wins).toEqual([true, false]);
    expect(dueHeads(second, accountId, NOW, 10)).toEqual([]);
  });

  it('shows only the first of each chat, until it is settled', () => {
    const store = memoryStore();
    const accountId = addAccount(store);
    const [one, two] = [addChat(store, accountId), addChat(store, accountId)];
    const first = queued(store, accountId, one.chatId);
    const second = queued(store, accountId, one.chatId);
    const other = queued(store, accountId, two.chatId);
    const due = () => dueHeads(store, accountId, NOW, 10).map(({ messageId }) => messageId);
    expect(due()).toEqual([first, other]);
    const [head] = dueHeads(store, accountId, NOW, 1);
    if (head === undefined) throw new Error('Nothing is due.');
    store.write((tx) => claim(tx, head.id, NOW));
    expect(due()).toEqual([other]);
    store.write((tx) => requeue(tx, head.id, { at: NOW + 5, refusals: 1 }, ERROR));
    expect(due()).toEqual([other]);
    expect(nextDueAt(store, accountId, NOW)).toBe(NOW + 5);
    store.write((tx) => claim(tx, head.id, NOW + 5));
    store.write((tx) => doubt(tx, head.id, 'no answer'));
    expect(due()).toEqual([second, other]);
  });

  it('believes a webhook that was faster than the answer', () => {
    const store = memoryStore();
    const accountId = addAccount(store);
    const id = queued(store, accountId, addChat(store, accountId).chatId);
    const head = onlyHead(store, accountId);
    store.write((tx) => claim(tx, head.id, NOW));
    store.write((tx) => {
      adoptWamid(tx, id, 'wamid.A');
    });
    const late = store.write((tx) => [
      requeue(tx, head.id, { at: NOW, refusals: 1 }, ERROR),
      fail(tx, head.id, ERROR),
      doubt(tx, head.id, 'no answer'),
    ]);
    expect(late).toEqual([false, false, false]);
    expect(outboxState(store, id)).toMatchObject({ state: 'accepted', error: null });
    expect(store.prepare('SELECT status, error_code FROM message').get()).toEqual({
      status: 'accepted',
      error_code: null,
    });
  });

  it('holds a message once only', () => {
    const store = memoryStore();
    const accountId = addAccount(store);
    const { chatId } = addChat(store, accountId);
    const messageId = queued(store, accountId, chatId);
    expect(() => {
      store.write((tx) => {
        enqueue(tx, { messageId, chatId, accountId }, NOW);
      });
    }).toThrow(/UNIQUE/);
  });
});
