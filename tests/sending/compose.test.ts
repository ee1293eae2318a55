import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import { sendMessage, sendText } from '#electron/sending/compose.ts';
import { markChatRead } from '#electron/sending/mark-read.ts';
import { react } from '#electron/sending/react.ts';
import { discardMessage, retryMessage } from '#electron/sending/retry.ts';
import { claim, dueHeads, outboxState } from '#electron/store/outbox.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage, blockPerson, memoryStore } from '../support/store.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clock = () => NOW;

interface World {
  readonly store: Store;
  readonly accountId: AccountId;
  readonly chatId: ChatId;
  readonly deps: { readonly store: Store; readonly clock: typeof clock };
  readonly inbound: MessageId;
}

/** A chat in which the customer wrote an hour ago. */
function world(): World {
  const store = memoryStore();
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  const inbound = addMessage(store, accountId, chatId, {
    wamid: 'wamid.IN',
    timestamp: NOW - HOUR,
  });
  set(store, 'conversation', `customer_active_at = ${NOW - HOUR}`);
  return { store, accountId, chatId, deps: { store, clock }, inbound };
}

function set(store: Store, table: string, change: string): void {
  store.write((tx) => {
    tx.run(`UPDATE ${table} SET ${change}`);
  });
}

function row(store: Store, sql: string): unknown {
  return store.prepare(sql).get();
}

function say({ deps, chatId }: World, body = 'Hello'): MessageId {
  return sendText(deps, { chatId, body, replyTo: null });
}

function countMessages(store: Store): number {
  return store.prepare<{ n: number }>('SELECT count(*) AS n FROM message').get()?.n ?? -1;
}

/** As if the sender had taken and finished it. */
function finish(store: Store, id: MessageId, status: string): void {
  store.write((tx) => {
    tx.run('UPDATE outbox SET state = ? WHERE message_id = ?', status, id);
    tx.run(
      "UPDATE message SET status = ?, error_code = 131026, error_title = 'x' WHERE id = ?",
      status,
      id,
    );
  });
}

describe('sending a text', () => {
  it('puts the message and its job down together, and takes the draft away', () => {
    const place = world();
    set(place.store, 'conversation', "draft = 'Hel'");
    const id = say(place, 'See https://example.com');
    expect(row(place.store, `SELECT * FROM message WHERE id = ${id}`)).toMatchObject({
      direction: 'outbound',
      origin: 'frontdesk',
      type: 'text',
      body: 'See https://example.com',
      status: 'queued',
      wamid: null,
      timestamp: NOW,
    });
    const stored = place.store
      .prepare<{
        payload: string;
        callback_id: string;
      }>('SELECT payload, callback_id FROM message WHERE id = ?')
      .get(id);
    expect(stored?.callback_id).toMatch(/^[\da-f-]{36}$/);
    expect(parseJson(stored?.payload ?? '')).toEqual({
      type: 'text',
      text: { body: 'See https://example.com', preview_url: true },
    });
    expect(outboxState(place.store, id)).toEqual({
      state: 'queued',
      attempts: 0,
      nextAttemptAt: NOW,
      unknownSince: null,
      error: null,
    });
    expect(row(place.store, 'SELECT draft, last_message_id FROM conversation')).toEqual({
      draft: '',
      last_message_id: id,
    });
  });

  it('tells the sender and the screen after it is on disk', () => {
    const place = world();
    const kinds: string[] = [];
    place.store.onChange((changes) => kinds.push(...changes.map(({ kind }) => kind)));
    say(place);
    expect(kinds).toEqual(['message', 'outbox']);
  });

  it('quotes a message of the same chat, and no other', () => {
    const place = world();
    const { deps, store, accountId, chatId, inbound } = place;
    const id = sendText(deps, { chatId, body: 'Yes', replyTo: inbound });
    expect(row(store, `SELECT reply_to_wamid FROM message WHERE id = ${id}`)).toEqual({
      reply_to_wamid: 'wamid.IN',
    });
    const other = addChat(store, accountId);
    const elsewhere = addMessage(store, accountId, other.chatId);
    const quote = (replyTo: MessageId) => () => sendText(deps, { chatId, body: 'Yes', replyTo });
    expect(quote(elsewhere)).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(quote(id)).toThrow(expect.objectContaining({ code: 'conflict' }));
  });

  it.each([
    [
      'a day after the customer wrote',
      'conversation',
      `customer_active_at = ${NOW - DAY}`,
      'window_closed',
    ],
    ['to somebody who never wrote', 'conversation', 'customer_active_at = NULL', 'window_closed'],
    ['from a number that was removed', 'account', 'is_active = 0', 'account_inactive'],
  ])('is refused %s, and nothing is stored', (_when, table, change, code) => {
    const place = world();
    set(place.store, table, change);
    expect(() => say(place)).toThrow(expect.objectContaining({ code }));
    expect(countMessages(place.store)).toBe(1);
    expect(row(place.store, 'SELECT count(*) AS n FROM outbox')).toEqual({ n: 0 });
  });

  it('is refused to somebody whom the number has blocked, and nothing is stored', () => {
    const place = world();
    blockPerson(place.store, place.chatId);
    expect(() => say(place)).toThrow(expect.objectContaining({ code: 'contact_blocked' }));
    expect(countMessages(place.store)).toBe(1);
  });

  it('is possible until the last millisecond of the window', () => {
    const place = world();
    set(place.store, 'conversation', `customer_active_at = ${NOW - DAY + 1}`);
    expect(() => say(place)).not.toThrow();
  });

  it('is refused when it is empty, too long, or for a chat that does not exist', () => {
    const place = world();
    expect(() => say(place, ' \n ')).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => say(place, 'x'.repeat(4097))).toThrow(
      expect.objectContaining({ code: 'message_too_long' }),
    );
    expect(() => say({ ...place, chatId: asId(999) })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    expect(countMessages(place.store)).toBe(1);
  });
});

describe('sending what a program wrote', () => {
  it('takes any type with its Cloud API object, degrees as Meta writes them', () => {
    const { deps, store, chatId } = world();
    const content = { latitude: -23.5, longitude: -46.6, name: 'Shop' };
    const id = sendMessage(deps, { chatId, type: 'location', content, replyToWamid: null });
    expect(row(store, `SELECT type, body, payload FROM message WHERE id = ${id}`)).toEqual({
      type: 'location',
      body: 'Shop',
      payload: JSON.stringify({
        type: 'location',
        location: { latitude: '-23.5', longitude: '-46.6', name: 'Shop' },
      }),
    });
  });

  it('lets templates go when the window is closed', () => {
    const { deps, store, chatId } = world();
    set(store, 'conversation', 'customer_active_at = NULL');
    const content = { name: 'hello_world', language: { code: 'en_US' } };
    const template = { chatId, type: 'template', content, replyToWamid: null } as const;
    expect(() => sendMessage(deps, template)).not.toThrow();
    const text = { ...template, type: 'text', content: { body: 'Hi' } } as const;
    expect(() => sendMessage(deps, text)).toThrow(
      expect.objectContaining({ code: 'window_closed' }),
    );
  });

  it('leaves the draft of the owner alone', () => {
    const { deps, store, chatId } = world();
    set(store, 'conversation', "draft = 'half a thought'");
    sendMessage(deps, { chatId, type: 'text', content: { body: 'Hi' }, replyToWamid: null });
    expect(row(store, 'SELECT draft FROM conversation')).toEqual({ draft: 'half a thought' });
  });
});

function emoji(store: Store): unknown {
  return store.prepare('SELECT emoji FROM reaction').all();
}

describe('reacting', () => {
  it('shows at once, takes the last word, and can be taken back', () => {
    const { deps, store, inbound } = world();
    react(deps, { messageId: inbound, emoji: '👍' });
    expect(emoji(store)).toEqual([{ emoji: '👍' }]);
    react({ store, clock: () => NOW + 1 }, { messageId: inbound, emoji: '🎉' });
    expect(emoji(store)).toEqual([{ emoji: '🎉' }]);
    const last = react({ store, clock: () => NOW + 2 }, { messageId: inbound, emoji: '' });
    expect(emoji(store)).toEqual([]);
    expect(
      row(store, `SELECT type, reply_to_wamid, payload FROM message WHERE id = ${last}`),
    ).toEqual({
      type: 'reaction',
      reply_to_wamid: 'wamid.IN',
      payload: '{"type":"reaction","reaction":{"message_id":"wamid.IN","emoji":""}}',
    });
  });

  it('comes back off when it is discarded before it left', () => {
    const { deps, store, inbound } = world();
    const id = react(deps, { messageId: inbound, emoji: '👍' });
    discardMessage(deps, id);
    expect(emoji(store)).toEqual([]);
  });

  it('is refused for old messages, unsent ones and those of other chats', () => {
    const place = world();
    const { deps, store, accountId, chatId } = place;
    const old = addMessage(store, accountId, chatId, { timestamp: NOW - 31 * DAY });
    for (const messageId of [old, say(place)]) {
      expect(() => react(deps, { messageId, emoji: '👍' })).toThrow(
        expect.objectContaining({ code: 'conflict' }),
      );
    }
    const other = addChat(store, accountId);
    const content = { message_id: 'wamid.IN', emoji: '👍' };
    set(store, 'conversation', `customer_active_at = ${NOW - HOUR}`);
    expect(() =>
      sendMessage(deps, { chatId: other.chatId, type: 'reaction', content, replyToWamid: null }),
    ).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('sending again', () => {
  it.each(['failed', 'unknown'])('queues a %s message anew, as the last of its chat', (status) => {
    const place = world();
    const { store, chatId } = place;
    const id = say(place, 'first');
    const later = say(place, 'second');
    finish(store, id, status);
    const before = row(store, `SELECT callback_id FROM message WHERE id = ${id}`);
    store.write((tx) => {
      tx.run("UPDATE message SET wamid = 'wamid.OLD' WHERE id = ?", id);
    });
    retryMessage({ store, clock: () => NOW + 5000 }, id);
    expect(row(store, `SELECT * FROM message WHERE id = ${id}`)).toMatchObject({
      status: 'queued',
      wamid: null,
      error_code: null,
      error_title: null,
      timestamp: NOW + 5000,
    });
    expect(row(store, `SELECT callback_id FROM message WHERE id = ${id}`)).not.toEqual(before);
    expect(outboxState(store, id)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(row(store, `SELECT last_message_id FROM conversation WHERE id = ${chatId}`)).toEqual({
      last_message_id: id,
    });
    const order = store
      .prepare<{ message_id: number }>('SELECT message_id FROM outbox ORDER BY id')
      .all();
    expect(order.map(({ message_id: message }) => message)).toEqual([later, id]);
  });

  it('is refused for what is on its way, for what came in, and when the window has closed', () => {
    const place = world();
    const { deps, store, inbound } = place;
    const id = say(place);
    expect(() => retryMessage(deps, id)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => retryMessage(deps, inbound)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    finish(store, id, 'failed');
    set(store, 'conversation', 'customer_active_at = NULL');
    expect(() => retryMessage(deps, id)).toThrow(
      expect.objectContaining({ code: 'window_closed' }),
    );
    expect(row(store, `SELECT status FROM message WHERE id = ${id}`)).toEqual({ status: 'failed' });
  });
});

describe('discarding', () => {
  it.each(['queued', 'failed', 'unknown'])('takes a %s message out of the thread', (status) => {
    const place = world();
    const { deps, store, inbound } = place;
    const id = say(place);
    if (status !== 'queued') finish(store, id, status);
    discardMessage(deps, id);
    expect(countMessages(store)).toBe(1);
    expect(outboxState(store, id)).toBeUndefined();
    expect(row(store, 'SELECT last_message_id, last_message_at FROM conversation')).toEqual({
      last_message_id: inbound,
      last_message_at: NOW - HOUR,
    });
  });

  it('is refused once the request may have left', () => {
    const place = world();
    const { deps, store, accountId, inbound } = place;
    const id = say(place);
    const [head] = dueHeads(store, accountId, NOW, 1);
    store.write((tx) => claim(tx, head?.id ?? asId(0), NOW));
    expect(() => discardMessage(deps, id)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => discardMessage(deps, inbound)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    expect(countMessages(store)).toBe(2);
  });
});

describe('marking a chat as read', () => {
  it('is done here at once and wanted at Meta for the newest message', () => {
    const { deps, store, accountId, chatId } = world();
    addMessage(store, accountId, chatId, { wamid: 'wamid.NEW', timestamp: NOW - 5 });
    markChatRead(deps, chatId);
    expect(row(store, 'SELECT unread_count, read_up_to FROM conversation')).toEqual({
      unread_count: 0,
      read_up_to: NOW - 5,
    });
    expect(row(store, 'SELECT conversation_id, wamid, attempts FROM read_receipt')).toEqual({
      conversation_id: chatId,
      wamid: 'wamid.NEW',
      attempts: 0,
    });
  });

  it('wants nothing more when nothing new came, or only what is too old or not from a customer', () => {
    const { deps, store, accountId, chatId } = world();
    markChatRead(deps, chatId);
    store.write((tx) => {
      tx.run('DELETE FROM read_receipt');
    });
    markChatRead(deps, chatId);
    expect(row(store, 'SELECT * FROM read_receipt')).toBeUndefined();
    const old = addChat(store, accountId);
    addMessage(store, accountId, old.chatId, { timestamp: NOW - 31 * DAY });
    markChatRead(deps, old.chatId);
    const imported = addChat(store, accountId);
    addMessage(store, accountId, imported.chatId, { origin: 'history', timestamp: NOW - 5 });
    markChatRead(deps, imported.chatId);
    expect(row(store, 'SELECT * FROM read_receipt')).toBeUndefined();
    expect(row(store, 'SELECT sum(unread_count) AS n FROM conversation')).toEqual({ n: 0 });
  });

  it('says when there is no such chat', () => {
    const { deps } = world();
    expect(() => markChatRead(deps, asId(999))).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });
});
