import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldAt, listAt } from '#shared/json-fields.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';
import { HOUR, NOW, openWindow, PHONE, serveApi } from './served-api.ts';
import type { Reply, ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

describe('reading over the API', () => {
  it('gives an account without any secret', async () => {
    const { body } = await api.call('GET', '/accounts');
    expect(body).toEqual({
      data: [
        {
          id: 1,
          name: 'Casa Verde',
          phone_number_id: expect.stringMatching(/^\d+$/) as unknown,
          waba_id: expect.stringMatching(/^\d+$/) as unknown,
          display_phone_number: '+15550783881',
          profile_name: 'Casa Verde',
          is_active: true,
          is_practice: false,
          has_access_token: false,
          has_app_secret: false,
          last_webhook_at: null,
          created_at: '2023-11-14T22:13:20.000Z',
        },
      ],
      next_cursor: null,
    });
  });

  it('pages through the accounts', async () => {
    addAccount(api.store, 'Second');
    const first = await api.call('GET', '/accounts?limit=1');
    expect(namesIn(first)).toEqual(['Casa Verde']);
    const second = await api.call('GET', `/accounts?limit=1&cursor=${cursorIn(first)}`);
    expect(namesIn(second)).toEqual(['Second']);
    expect(fieldAt(second.body, 'next_cursor')).toBeNull();
  });

  it('gives a chat as it is promised', async () => {
    const { body } = await api.call('GET', '/chats');
    expect(body).toEqual({
      data: [
        {
          id: api.chatId,
          account_id: api.accountId,
          contact: {
            id: 1,
            name: 'Mariana Oliveira',
            phone: PHONE,
            username: null,
            bsuid: null,
            labels: [],
            opted_out: false,
            blocked: false,
          },
          last_message: {
            id: 1,
            direction: 'inbound',
            type: 'text',
            text: 'Is the shop open on Monday?',
            status: 'received',
          },
          last_message_at: '2026-11-22T11:00:00.000Z',
          unread_count: 1,
          resolved: false,
          window_expires_at: '2026-11-23T11:00:00.000Z',
        },
      ],
      next_cursor: null,
    });
  });

  it('pages, filters and searches the chats', async () => {
    const other = addAccount(api.store, 'Other');
    for (const [index, name] of ['Zoë', 'Ana 100%', 'Bruno'].entries()) {
      const { chatId } = addChat(api.store, other, { name });
      const is_notable = name === 'Bruno' ? 0 : 1;
      addMessage(api.store, other, chatId, { timestamp: NOW + index, is_notable });
    }
    expect(namesIn(await api.call('GET', '/chats'))).toEqual([
      'Bruno',
      'Ana 100%',
      'Zoë',
      'Mariana Oliveira',
    ]);
    expect(await allNames('/chats?limit=1')).toHaveLength(4);
    expect(await allNames(`/chats?limit=1&query=a`)).toEqual(['Ana 100%', 'Mariana Oliveira']);
    expect(await allNames('/chats?unread=true')).not.toContain('Bruno');
    expect(await allNames(`/chats?account_id=${api.accountId}`)).toEqual(['Mariana Oliveira']);
    expect(await allNames('/chats?query=100%25')).toEqual(['Ana 100%']);
    expect(await allNames('/chats?query=0%25x')).toEqual([]);
    expect(await allNames('/chats?query=%2B55+11+91234')).toEqual(['Mariana Oliveira']);
    expect(await allNames('/chats?label=VIP')).toEqual([]);
  });

  it.each([
    ['/chats?limit=0', 'limit'],
    ['/chats?limit=201', 'limit'],
    ['/chats?limit=ten', 'limit'],
    ['/chats?limit=1&limit=2', 'limit'],
    ['/chats?cursor=x', 'cursor'],
    ['/chats?unread=perhaps', 'unread'],
    ['/chats?account_id=1.5', 'account_id'],
    ['/chats?colour=red', 'colour'],
    ['/chats/1/messages?before=yesterday', 'before'],
    ['/chats/1/messages?after=4711', 'after'],
    ['/chats/1/messages?cursor=o.1', 'cursor'],
  ])('answers 400 to %s and names %s', async (path, field) => {
    const { status, body } = await api.call('GET', path);
    expect(status).toBe(400);
    expect(listAt(body, 'errors').map((error) => fieldAt(error, 'path'))).toEqual([field]);
  });

  it('gives a message as it is promised, with its objects, statuses and error', async () => {
    const id = addMessage(api.store, api.accountId, api.chatId, {
      wamid: 'wamid.OUT',
      direction: 'outbound',
      origin: 'frontdesk',
      status: 'failed',
      type: 'location',
      body: 'Shop',
      payload: JSON.stringify({ type: 'location', location: { latitude: 1, longitude: 2 } }),
      reply_to_wamid: 'wamid.FIRST',
      error_code: 131047,
      error_title: 'Re-engagement message',
      timestamp: NOW,
    });
    api.store.write((tx) => {
      const status = `INSERT INTO message_status (wamid, status, at, account_id) VALUES ('wamid.OUT', ?, ?, ?)`;
      tx.run(status, 'failed', NOW + 2, api.accountId);
      tx.run(status, 'sent', NOW + 1, api.accountId);
      tx.run(`INSERT INTO reaction VALUES ('wamid.OUT', 'customer', '👍', ?)`, NOW);
    });
    const { body } = await api.call('GET', `/messages/${id}`);
    expect(body).toEqual({
      id,
      wamid: 'wamid.OUT',
      chat_id: api.chatId,
      direction: 'outbound',
      type: 'location',
      text: 'Shop',
      media: null,
      location: { latitude: 1, longitude: 2 },
      contacts: null,
      interactive: null,
      template: null,
      order: null,
      reply_to_wamid: 'wamid.FIRST',
      reactions: [{ actor: 'customer', emoji: '👍' }],
      status: 'failed',
      statuses: [
        { status: 'sent', at: '2026-11-22T12:00:00.001Z' },
        { status: 'failed', at: '2026-11-22T12:00:00.002Z' },
      ],
      error: {
        code: 131047,
        title: expect.stringMatching(/\w/) as unknown,
        advice: expect.stringMatching(/\w/) as unknown,
      },
      timestamp: '2026-11-22T12:00:00.000Z',
      campaign_id: null,
      attempts: 0,
      next_attempt_at: null,
    });
  });

  it('walks a thread from any message or time in both directions, newest first', async () => {
    const ids = [1];
    for (let minute = 1; minute <= 6; minute += 1) {
      const timestamp = NOW - HOUR + minute * 60_000;
      ids.push(addMessage(api.store, api.accountId, api.chatId, { timestamp }));
    }
    const thread = `/chats/${api.chatId}/messages`;
    const [one, two, three, four, five, six, seven] = ids;
    expect(await allIds(`${thread}?limit=2`)).toEqual([seven, six, five, four, three, two, one]);
    expect(await allIds(`${thread}?before=${three}&limit=1`)).toEqual([two, one]);
    const after = await api.call('GET', `${thread}?after=${four}&limit=2`);
    expect(idsIn(after)).toEqual([six, five]);
    const onward = await api.call('GET', `${thread}?limit=2&cursor=${cursorIn(after)}`);
    expect(idsIn(onward)).toEqual([seven]);
    expect(await allIds(`${thread}?after=${two}&before=${six}&limit=2`)).toEqual([
      five,
      four,
      three,
    ]);
    const noonish = new Date(NOW - HOUR + 4 * 60_000).toISOString();
    expect(await allIds(`${thread}?after=${noonish}`)).toEqual([seven, six]);
    expect(await allIds(`${thread}?before=${noonish}`)).toEqual([four, three, two, one]);
    expect((await api.call('GET', '/chats/4711/messages')).status).toBe(404);
  });

  it('marks a chat as read and wants Meta to know', async () => {
    openWindow(api.store, api.chatId, NOW);
    const { status, body } = await api.call('POST', `/chats/${api.chatId}/read`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: api.chatId, unread_count: 0 });
    expect(api.store.prepare('SELECT wamid FROM read_receipt').all()).toEqual([
      { wamid: 'wamid.FIRST' },
    ]);
  });
});

function rowsIn(reply: Reply) {
  expect(reply.status).toBe(200);
  return listAt(reply.body, 'data');
}

function idsIn(reply: Reply): unknown[] {
  return rowsIn(reply).map((row) => fieldAt(row, 'id'));
}

function namesIn(reply: Reply): unknown[] {
  return rowsIn(reply).map((row) => fieldAt(fieldAt(row, 'contact') ?? row, 'name'));
}

function cursorIn(reply: Reply): string {
  const cursor = fieldAt(reply.body, 'next_cursor');
  if (typeof cursor !== 'string') throw new Error('This was the last page.');
  return encodeURIComponent(cursor);
}

async function allPages(path: string): Promise<Reply[]> {
  const pages = [await api.call('GET', path)];
  for (
    let page = pages[0];
    page && fieldAt(page.body, 'next_cursor') !== null;
    page = pages.at(-1)
  ) {
    pages.push(
      await api.call('GET', `${path}${path.includes('?') ? '&' : '?'}cursor=${cursorIn(page)}`),
    );
  }
  return pages;
}

async function allNames(path: string): Promise<unknown[]> {
  return (await allPages(path)).flatMap(namesIn);
}

async function allIds(path: string): Promise<unknown[]> {
  return (await allPages(path)).flatMap(idsIn);
}
