import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldAt, listAt } from '#shared/json-fields.ts';
import { addAccount, addChat, blockPerson } from '../support/store.ts';
import { countMessages, HOUR, NOW, openWindow, PHONE, serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

const text = (body = 'Hello') => ({ type: 'text', text: { body } });

function post(json: unknown, headers: Record<string, string> = {}, key?: string) {
  return api.call('POST', '/messages', { json, headers, ...(key === undefined ? {} : { key }) });
}

describe('sending over the API', () => {
  it('queues a text for a number and shows its way out', async () => {
    const { status, body } = await post({ to: PHONE, ...text() });
    expect(status).toBe(202);
    expect(body).toEqual({ id: 2, chat_id: api.chatId, status: 'queued' });
    expect((await api.call('GET', '/messages/2')).body).toMatchObject({
      type: 'text',
      text: 'Hello',
      direction: 'outbound',
      status: 'queued',
      attempts: 0,
      next_attempt_at: new Date(NOW).toISOString(),
    });
  });

  it('quotes a message, and reacts to one', async () => {
    const reply = await post({
      chat_id: api.chatId,
      ...text(),
      context: { message_id: 'wamid.FIRST' },
    });
    expect(reply.status).toBe(202);
    expect((await api.call('GET', '/messages/2')).body).toMatchObject({
      reply_to_wamid: 'wamid.FIRST',
    });
    const reaction = { type: 'reaction', reaction: { message_id: 'wamid.FIRST', emoji: '👍' } };
    expect(await post({ chat_id: api.chatId, ...reaction })).toMatchObject({
      status: 202,
      body: { id: 3, chat_id: api.chatId, status: 'queued' },
    });
  });

  it('answers 404 for a chat, account or message that is not there', async () => {
    const attempts = [
      { chat_id: 4711, ...text() },
      { account_id: 4711, to: PHONE, ...text() },
      { chat_id: api.chatId, ...text(), context: { message_id: 'wamid.NONE' } },
      {
        chat_id: api.chatId,
        type: 'reaction',
        reaction: { message_id: 'wamid.NONE', emoji: '👍' },
      },
    ];
    for (const attempt of attempts) {
      expect(await post(attempt)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect(countMessages(api.store)).toBe(1);
  });

  it('answers 409 window_closed before anything is queued: closed, never opened, unknown person', async () => {
    openWindow(api.store, api.chatId, NOW - 24 * HOUR);
    expect(await post({ to: PHONE, ...text() })).toMatchObject({
      status: 409,
      body: { code: 'window_closed' },
    });
    openWindow(api.store, api.chatId, null);
    expect(await post({ chat_id: api.chatId, ...text() })).toMatchObject({
      status: 409,
      body: { code: 'window_closed' },
    });
    expect(await post({ to: '+5511987654321', ...text() })).toMatchObject({
      status: 409,
      body: { code: 'window_closed' },
    });
    expect(countMessages(api.store)).toBe(1);
    expect(api.store.prepare('SELECT * FROM outbox').all()).toEqual([]);
  });

  it.each(['5511912345678', '+551', 'Mariana', '+0511912345678', '', '+55 11 91234-5678'])(
    'answers 422 invalid_number to “%s”',
    async (to) => {
      expect(await post({ to, ...text() })).toMatchObject({
        status: 422,
        body: { code: 'invalid_number' },
      });
    },
  );

  it('answers 409 when the person is blocked or the account inactive', async () => {
    blockPerson(api.store, api.chatId);
    expect(await post({ to: PHONE, ...text() })).toMatchObject({
      status: 409,
      body: { code: 'contact_blocked' },
    });
    api.store.write((tx) => tx.run('UPDATE account SET is_active = 0'));
    expect(await post({ chat_id: api.chatId, ...text() })).toMatchObject({
      status: 409,
      body: { code: 'account_inactive' },
    });
    expect(await post({ to: PHONE, ...text() })).toMatchObject({
      status: 409,
      body: { code: 'no_account' },
    });
  });

  it('wants to know the account once there are several', async () => {
    const second = addAccount(api.store, 'Second');
    addChat(api.store, second, { name: 'Other' });
    expect(await post({ to: PHONE, ...text() })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'account_id' }] },
    });
    expect((await post({ account_id: api.accountId, to: PHONE, ...text() })).status).toBe(202);
    expect((await post({ account_id: second, to: PHONE, ...text() })).status).toBe(409);
  });

  it.each([
    [{}, ['type']],
    [{ to: PHONE, type: 'fax' }, ['type']],
    [{ to: PHONE, ...text(), colour: 'red' }, ['colour']],
    [{ to: PHONE, type: 'text', text: { body: 'x', bold: true } }, ['text.bold']],
    [{ to: PHONE, type: 'text' }, ['text']],
    [{ to: PHONE, ...text('') }, ['text.body']],
    [{ to: PHONE, ...text('x'.repeat(4097)) }, ['text.body']],
    [{ to: 5511, ...text() }, ['to']],
    [{ ...text() }, ['to']],
    [{ to: PHONE, chat_id: 1, ...text() }, ['to']],
    [{ chat_id: 1, account_id: 2, ...text() }, ['account_id']],
    [[], ['']],
  ])('answers 400 to %j and names the fields', async (json, paths) => {
    const { status, body } = await post(json);
    expect(status).toBe(400);
    expect(listAt(body, 'errors').map((error) => fieldAt(error, 'path'))).toEqual(paths);
    expect(countMessages(api.store)).toBe(1);
  });
});

describe('an Idempotency-Key', () => {
  const marked = { 'idempotency-key': 'order-17' };

  it('gives the first answer again, in whatever order the fields come', async () => {
    const first = await post({ to: PHONE, ...text() }, marked);
    const again = await post({ ...text(), to: PHONE }, marked);
    expect(again).toMatchObject({ status: 202, body: first.body });
    expect(countMessages(api.store)).toBe(2);
  });

  it('answers 422 to another body, and to the same key of another API key sends', async () => {
    await post({ to: PHONE, ...text() }, marked);
    expect(await post({ to: PHONE, ...text('Other') }, marked)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    });
    expect((await post({ to: PHONE, ...text() }, marked, api.mint(['send']))).status).toBe(202);
    expect(countMessages(api.store)).toBe(3);
  });

  it('sends once when the same request comes many times at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => post({ to: PHONE, ...text() }, marked)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(replies.map(({ body }) => fieldAt(body, 'id')))).toEqual(new Set([2]));
    expect(countMessages(api.store)).toBe(2);
  });

  it('holds for 24 hours, across a restart', async () => {
    await post({ to: PHONE, ...text() }, marked);
    api.pass(24 * HOUR - 1);
    openWindow(api.store, api.chatId, NOW + 23 * HOUR);
    expect((await post({ to: PHONE, ...text() }, marked)).body).toMatchObject({ id: 2 });
    api.pass(1);
    expect((await post({ to: PHONE, ...text() }, marked)).body).toMatchObject({ id: 3 });
  });

  it('is not spent by a refusal, which did nothing', async () => {
    openWindow(api.store, api.chatId, null);
    expect((await post({ to: PHONE, ...text() }, marked)).status).toBe(409);
    openWindow(api.store, api.chatId, NOW);
    expect((await post({ to: PHONE, ...text() }, marked)).status).toBe(202);
  });

  it('never runs a request again that was cut off in its middle', async () => {
    await post({ to: PHONE, ...text() }, marked);
    api.store.write((tx) => tx.run("UPDATE idempotency_key SET status = 0, answer = ''"));
    expect(await post({ to: PHONE, ...text() }, marked)).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect(countMessages(api.store)).toBe(2);
  });

  it('must be usable text', async () => {
    for (const key of ['two words', 'x'.repeat(256)]) {
      expect((await post({ to: PHONE, ...text() }, { 'idempotency-key': key })).status).toBe(400);
    }
  });
});
