import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelChats } from '#electron/labels/label-chats.ts';
import { asId } from '#shared/ids.ts';
import type { ChatId, LabelId } from '#shared/ids.ts';
import { fieldAt, listAt, textAt } from '#shared/json-fields.ts';
import { addChat, addMessage } from '../support/store.ts';
import { NOW, serveApi } from './served-api.ts';
import type { Reply, ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

async function create(name: string, more: object = {}): Promise<number> {
  const { status, body } = await api.call('POST', '/labels', { json: { name, ...more } });
  expect(status).toBe(201);
  return Number(fieldAt(body, 'id'));
}

function put(id: number, chatId: ChatId): void {
  const labelling = {
    labelId: asId<LabelId>(id),
    chatIds: [chatId],
    on: 'contact',
    isOn: true,
  } as const;
  labelChats({ store: api.store }, labelling);
}

function rows(reply: Reply) {
  expect(reply.status).toBe(200);
  return listAt(reply.body, 'data');
}

describe('labels over the API', () => {
  it('are added, listed, renamed, recoloured and deleted', async () => {
    const { status, body } = await api.call('POST', '/labels', {
      json: { name: ' VIP ', color: '#3F8F63' },
    });
    expect([status, body]).toEqual([201, { id: 1, name: 'VIP', color: '#3f8f63' }]);
    await create('Weekly');
    const first = await api.call('GET', '/labels?limit=1');
    expect(rows(first)).toEqual([{ id: 1, name: 'VIP', color: '#3f8f63' }]);
    const cursor = textAt(first.body, 'next_cursor') ?? '';
    expect(rows(await api.call('GET', `/labels?limit=1&cursor=${cursor}`))).toMatchObject([
      { name: 'Weekly' },
    ]);
    expect(
      (await api.call('PATCH', '/labels/1', { json: { name: 'Gold', color: '#123456' } })).body,
    ).toEqual({ id: 1, name: 'Gold', color: '#123456' });
    expect((await api.call('DELETE', '/labels/1')).body).toMatchObject({ id: 1, name: 'Gold' });
    expect((await api.call('DELETE', '/labels/1')).status).toBe(404);
    expect(rows(await api.call('GET', '/labels'))).toMatchObject([{ name: 'Weekly' }]);
  });

  it('stand on the chats of their people, and narrow the list of chats', async () => {
    const other = addChat(api.store, api.accountId, { name: 'Bruno' });
    addMessage(api.store, api.accountId, other.chatId, { timestamp: NOW });
    const vip = await create('VIP');
    put(vip, other.chatId);
    const labelled = await api.call('GET', '/chats?label=vip');
    expect(rows(labelled)).toMatchObject([{ contact: { name: 'Bruno', labels: ['VIP'] } }]);
    expect(rows(await api.call('GET', '/chats?label=vip&query=mariana'))).toEqual([]);
    expect(rows(await api.call('GET', '/chats?label=vip&query=bru'))).toHaveLength(1);
    expect(rows(await api.call('GET', '/chats?label=vip&unread=true'))).toHaveLength(1);
    expect(rows(await api.call('GET', '/chats?label=gold'))).toEqual([]);
    expect(rows(await api.call('GET', '/chats'))).toHaveLength(2);
  });

  it('narrow the search', async () => {
    const vip = await create('VIP');
    put(vip, api.chatId);
    expect((await api.call('GET', '/search?q=label:vip')).status).toBe(200);
  });

  it('are refused in words where they can’t be', async () => {
    await create('VIP');
    const weekly = await create('Weekly');
    for (const [method, path, json, status, code] of [
      ['POST', '/labels', { name: 'vip' }, 409, 'conflict'],
      ['PATCH', `/labels/${weekly}`, { name: 'VIP' }, 409, 'conflict'],
      ['POST', '/labels', { name: ' ' }, 400, 'bad_input'],
      ['POST', '/labels', { name: 'x', color: 'red' }, 400, 'bad_input'],
      ['POST', '/labels', { name: 'x', colour: '#000000' }, 400, 'bad_input'],
      ['PATCH', '/labels/4711', { name: 'x' }, 404, 'not_found'],
      ['PATCH', '/labels/x', { name: 'x' }, 404, 'not_found'],
    ] as const) {
      const reply = await api.call(method, path, { json });
      expect([path, reply.status, fieldAt(reply.body, 'code')]).toEqual([path, status, code]);
    }
  });

  it('need a key that may, and are added once for one Idempotency-Key', async () => {
    const key = api.mint(['read']);
    expect((await api.call('GET', '/labels', { key })).status).toBe(200);
    expect((await api.call('POST', '/labels', { key, json: { name: 'VIP' } })).status).toBe(403);
    const headers = { 'idempotency-key': 'once' };
    const first = await api.call('POST', '/labels', { headers, json: { name: 'VIP' } });
    const again = await api.call('POST', '/labels', { headers, json: { name: 'VIP' } });
    expect([again.status, again.body]).toEqual([201, first.body]);
  });
});
