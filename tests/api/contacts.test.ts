import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isJsonObject } from '#shared/json.ts';
import { indexSome } from '#electron/store/search-index.ts';
import { NOW, PHONE, serveApi } from './served-api.ts';
import type { Reply, ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

function post(json: object): Promise<Reply> {
  return api.call('POST', '/contacts', { json });
}

function idOf({ body }: Reply): number {
  const id = isJsonObject(body) ? body['id'] : undefined;
  if (typeof id !== 'number') throw new Error('The answer has no id.');
  return id;
}

async function names(query: string): Promise<readonly unknown[]> {
  api.store.write((tx) => indexSome(tx, 1000, NOW));
  const { body } = await api.call('GET', `/contacts?${query}`);
  const data = isJsonObject(body) && Array.isArray(body['data']) ? body['data'] : [];
  return data.map((row: unknown) => Reflect.get(Object(row), 'name') as unknown);
}

const BRUNO = {
  name: 'Bruno Costa',
  phone: '+351912345678',
  email: 'bruno@example.com',
  notes: 'Likes tulips',
  language: 'pt',
  labels: ['VIP', 'Florist'],
  custom: { Birthday: '1990-05-01' },
};

describe('contacts over REST', () => {
  it('are added, read, changed and deleted', async () => {
    const added = await post(BRUNO);
    expect(added).toMatchObject({
      status: 201,
      body: {
        ...BRUNO,
        labels: ['Florist', 'VIP'],
        opted_out: false,
        blocked: false,
        last_message_at: null,
        created_at: new Date(NOW).toISOString(),
      },
    });
    const path = `/contacts/${idOf(added)}`;
    expect((await api.call('GET', path)).body).toEqual(added.body);
    const change = {
      name: 'Bruno',
      phone: '+351912345679',
      labels: ['VIP'],
      custom: { Birthday: null, Size: 'L' },
    };
    expect(await api.call('PATCH', path, { json: change })).toMatchObject({
      status: 200,
      body: {
        name: 'Bruno',
        phone: '+351912345679',
        email: BRUNO.email,
        labels: ['VIP'],
        custom: { Size: 'L' },
      },
    });
    expect(await api.call('DELETE', path)).toMatchObject({ status: 200, body: { deleted: true } });
    expect(await api.call('GET', path)).toMatchObject({ status: 404 });
    expect(await api.call('DELETE', path)).toMatchObject({ status: 404 });
  });

  it.each([
    [{ ...BRUNO, nickname: 'B' }, 400, 'bad_input'],
    [{ ...BRUNO, email: 'bruno' }, 400, 'bad_input'],
    [{ name: 'Bruno' }, 400, 'bad_input'],
    [{ ...BRUNO, phone: '912345678' }, 422, 'invalid_number'],
    [{ ...BRUNO, phone: PHONE }, 409, 'conflict'],
  ])('are not added from %j', async (json, status, code) => {
    expect(await post(json)).toMatchObject({ status, body: { code } });
  });

  it('never take the number of somebody else', async () => {
    const id = idOf(await post(BRUNO));
    expect(await api.call('PATCH', `/contacts/${id}`, { json: { phone: PHONE } })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect(await api.call('PATCH', '/contacts/1x', { json: {} })).toMatchObject({ status: 404 });
  });

  it('are found by any part of a name or number, and by what is known of them', async () => {
    await post(BRUNO);
    await post({ name: 'Ana Lima', phone: '+5521987654321', language: 'pt' });
    expect(await names('')).toEqual(['Ana Lima', 'Bruno Costa', 'Mariana Oliveira']);
    expect(await names('query=oST')).toEqual(['Bruno Costa']);
    expect(await names('query=%2B351%20912%20345')).toEqual(['Bruno Costa']);
    expect(await names('label=vip')).toEqual(['Bruno Costa']);
    expect(await names('label=nobody')).toEqual([]);
    expect(await names('language=pt&country=BR')).toEqual(['Ana Lima']);
    expect(await names('order=latest_message')).toEqual([
      'Mariana Oliveira',
      'Ana Lima',
      'Bruno Costa',
    ]);
    api.store.write((tx) => tx.run("UPDATE contact SET opted_out = 1 WHERE name = 'Ana Lima'"));
    expect(await names('opted_out=true')).toEqual(['Ana Lima']);
    expect(await names('blocked=true')).toEqual([]);
  });

  it.each(['name', 'latest_message', 'created'])('come in pages, by %s', async (order) => {
    for (let n = 0; n < 5; n += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await post({ name: n < 2 ? 'Twin' : `Person ${n}`, phone: `+35191234560${n}` });
    }
    const seen: unknown[] = [];
    let cursor = '';
    do {
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const { body } = await api.call('GET', `/contacts?order=${order}&limit=2${cursor}`);
      if (!isJsonObject(body) || !Array.isArray(body['data'])) throw new Error('No page.');
      seen.push(...body['data'].map((row: unknown) => Reflect.get(Object(row), 'id') as unknown));
      const next = body['next_cursor'];
      cursor = typeof next === 'string' ? `&cursor=${next}` : '';
    } while (cursor !== '');
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(await api.call('GET', '/contacts?cursor=x')).toMatchObject({ status: 400 });
  });
});
