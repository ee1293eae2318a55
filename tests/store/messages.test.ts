import { describe, expect, it } from 'vitest';
import type { ChatId, MessageId } from '#shared/ids.ts';
import { decodeCursor } from '#electron/store/cursor.ts';
import type { Cursor } from '#electron/store/cursor.ts';
import {
  findMessage,
  messagesAround,
  messagesByIds,
  newerMessages,
  newestMessages,
  olderMessages,
} from '#electron/store/messages.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

/** A thread of `size` messages, three of them in every second, as bursts are. */
function thread(size: number): { store: Store; chatId: ChatId; ids: MessageId[] } {
  const store = memoryStore();
  const account = addAccount(store);
  const { chatId } = addChat(store, account);
  const ids = Array.from({ length: size }, (_, n) =>
    addMessage(store, account, chatId, { body: `${n}`, timestamp: Math.floor(n / 3) * 1000 }),
  );
  return { store, chatId, ids };
}

function cursor(text: string | null): Cursor {
  const decoded = text === null ? null : decodeCursor(text);
  if (decoded === null) throw new Error('There is no further page.');
  return decoded;
}

const texts = (slice: { messages: readonly { text: string }[] }): string[] =>
  slice.messages.map(({ text }) => text);

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => `${from + n}`);

describe('a thread', () => {
  it('is read from its end, page by page, without a gap or a repetition', () => {
    const { store, chatId } = thread(10);
    const last = newestMessages(store, chatId, 4);
    const middle = olderMessages(store, chatId, cursor(last.olderCursor), 4);
    const first = olderMessages(store, chatId, cursor(middle.olderCursor), 4);
    expect([texts(first), texts(middle), texts(last)]).toEqual([
      numbers(0, 2),
      numbers(2, 6),
      numbers(6, 10),
    ]);
    expect([first.olderCursor, last.newerCursor]).toEqual([null, null]);
  });

  it('is read on from any place towards its end', () => {
    const { store, chatId } = thread(10);
    const older = olderMessages(store, chatId, { at: 1000, id: 0 }, 2);
    const newer = newerMessages(store, chatId, cursor(older.newerCursor), 4);
    expect([texts(older), texts(newer)]).toEqual([numbers(1, 3), numbers(3, 7)]);
  });

  it('opens around a message of any age', () => {
    const { store, chatId, ids } = thread(30);
    const target = ids[10];
    if (target === undefined) throw new Error('The thread is too short.');
    const page = messagesAround(store, chatId, target, 6);
    expect(page && texts(page)).toEqual(numbers(7, 13));
    expect(page?.olderCursor).not.toBeNull();
    expect(page?.newerCursor).not.toBeNull();
  });

  it('does not open around a message of another chat', () => {
    const { store, ids } = thread(3);
    const account = addAccount(store);
    const other = addChat(store, account);
    const [first] = ids;
    expect(first && messagesAround(store, other.chatId, first, 6)).toBeUndefined();
    expect(messagesByIds(store, other.chatId, ids)).toEqual([]);
  });

  it('keeps reactions on their message and out of the thread', () => {
    const store = memoryStore();
    const account = addAccount(store);
    const { chatId } = addChat(store, account);
    const id = addMessage(store, account, chatId, { wamid: 'wamid.target' });
    addMessage(store, account, chatId, {
      type: 'reaction',
      reply_to_wamid: 'wamid.target',
      body: '',
      payload: '{}',
      timestamp: 1_800_000_000_000,
    });
    store.write((tx) =>
      tx.run(`INSERT INTO reaction VALUES ('wamid.target', 'customer', '🌸', 1)`),
    );
    expect(newestMessages(store, chatId, 10).messages).toHaveLength(1);
    expect(findMessage(store, id)?.reactions).toEqual([{ actor: 'customer', emoji: '🌸' }]);
  });

  it('shows what a reply quotes, and says so when it never saw it', () => {
    const store = memoryStore();
    const account = addAccount(store);
    const { chatId } = addChat(store, account, { name: 'Mariana' });
    const quoted = addMessage(store, account, chatId, { wamid: 'wamid.q', body: 'Until when?' });
    const reply = { direction: 'outbound', origin: 'frontdesk', status: 'sent' } as const;
    const known = addMessage(store, account, chatId, { ...reply, reply_to_wamid: 'wamid.q' });
    const unknown = addMessage(store, account, chatId, { ...reply, reply_to_wamid: 'wamid.lost' });
    expect(findMessage(store, known)?.quote).toEqual({
      id: quoted,
      wamid: 'wamid.q',
      direction: 'inbound',
      type: 'text',
      text: 'Until when?',
      authorName: 'Mariana',
    });
    expect(findMessage(store, unknown)?.quote).toMatchObject({ id: null, wamid: 'wamid.lost' });
  });

  it('tells in words why a message failed', () => {
    const store = memoryStore();
    const account = addAccount(store);
    const { chatId } = addChat(store, account);
    const id = addMessage(store, account, chatId, {
      direction: 'outbound',
      origin: 'frontdesk',
      status: 'failed',
      error_code: 131047,
      error_title: 'Re-engagement message',
    });
    const error = findMessage(store, id)?.error;
    expect(error?.code).toBe(131047);
    expect(error?.advice).toMatch(/template/i);
  });
});
