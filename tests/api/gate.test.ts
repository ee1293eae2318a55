import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeApiKey } from '#electron/store/api-keys.ts';
import { asId } from '#shared/ids.ts';
import { serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

describe('who may call the API', () => {
  it('tells its health without a key', async () => {
    const { status, body } = await api.call('GET', '/health', { key: '' });
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      version: '1.2.3',
      database: 'ok',
      accounts: [{ id: 1, name: 'Casa Verde', webhook: 'waiting', last_webhook_at: null }],
    });
  });

  it('takes a key as X-API-Key and as Bearer', async () => {
    const key = api.mint(['read']);
    expect((await api.call('GET', '/chats', { key })).status).toBe(200);
    const bearer = { authorization: `Bearer ${key}` };
    expect((await api.call('GET', '/chats', { key: '', headers: bearer })).status).toBe(200);
  });

  it.each(['', 'fd_', 'fd_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'secret'])(
    'answers 401 to the key “%s”',
    async (key) => {
      const { status, headers, body } = await api.call('GET', '/chats', { key });
      expect(status).toBe(401);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(headers['www-authenticate']).toMatch(/^Bearer/);
      expect(body).toMatchObject({
        status: 401,
        code: 'unauthorized',
        type: 'urn:frontdesk:problem:unauthorized',
      });
    },
  );

  it('answers 401 to a revoked key at once', async () => {
    const key = api.mint(['read']);
    expect((await api.call('GET', '/chats', { key })).status).toBe(200);
    api.store.write((tx) => revokeApiKey(tx, asId(2)));
    expect((await api.call('GET', '/chats', { key })).status).toBe(401);
  });

  it('answers 403 outside a key’s scopes and names them', async () => {
    const key = api.mint(['read', 'contacts']);
    const { status, body } = await api.call('POST', '/messages', { key, json: {} });
    expect(status).toBe(403);
    expect(body).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('read, contacts; this needs send') as unknown,
    });
    const sender = api.mint(['send']);
    expect((await api.call('GET', '/chats', { key: sender })).status).toBe(403);
  });

  it('keeps only a hash of a key, and the time of its use once a minute', async () => {
    const key = api.mint(['read']);
    const row = () =>
      api.store
        .prepare<{ key_hash: string; last_used_at: number | null }>(
          'SELECT key_hash, last_used_at FROM api_key WHERE id = 2',
        )
        .get();
    expect(row()?.last_used_at).toBeNull();
    await api.call('GET', '/chats', { key });
    const first = row()?.last_used_at;
    expect(first).toBeTypeOf('number');
    api.pass(59_000);
    await api.call('GET', '/chats', { key });
    expect(row()?.last_used_at).toBe(first);
    api.pass(1_000);
    await api.call('GET', '/chats', { key });
    expect(row()?.last_used_at).toBe((first ?? 0) + 60_000);
    expect(row()?.key_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('answers 429 past a key’s rate, says how long to wait, and leaves other keys alone', async () => {
    const slow = await serveApi({ rate: { perSecond: 0.5, burst: 2 } });
    try {
      const key = slow.mint(['read']);
      const statuses = [];
      for (let n = 0; n < 3; n += 1)
        statuses.push((await slow.call('GET', '/chats', { key })).status);
      expect(statuses).toEqual([200, 200, 429]);
      const refused = await slow.call('GET', '/chats', { key });
      expect(refused.headers['retry-after']).toBe('2');
      expect(refused.body).toMatchObject({ code: 'too_many_requests' });
      expect((await slow.call('GET', '/chats')).status).toBe(200);
      slow.pass(2_000);
      expect((await slow.call('GET', '/chats', { key })).status).toBe(200);
    } finally {
      await slow.close();
    }
  });

  it('refuses other names for this computer and pages of other origins', async () => {
    for (const host of ['evil.example', `evil.example:${api.port}`, '127.0.0.1', `127.0.0.1:1`]) {
      const reply = await api.call('GET', '/health', { headers: { host } });
      expect(reply.status).toBe(403);
    }
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const reply = await api.call('GET', '/health', { headers: { origin } });
      expect(reply.status).toBe(403);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    }
    const own = { host: `localhost:${api.port}`, origin: `http://localhost:${api.port}` };
    expect((await api.call('GET', '/health', { headers: own })).status).toBe(200);
  });

  it('listens on 127.0.0.1 and moves for nobody when its port was given by hand', async () => {
    expect(api.url).toBe(`http://127.0.0.1:${api.port}/api/v1`);
    await expect(serveApi({ port: { port: api.port, isDefault: false } })).rejects.toThrow(
      /is taken/,
    );
  });
});

describe('requests that go nowhere', () => {
  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/chats/', 404],
    ['GET', '/messages/abc', 404],
    ['GET', '/messages/01', 404],
    ['GET', '/messages/-1', 404],
    ['GET', '/messages/99999999999999999999', 404],
    ['GET', '/messages/4711', 404],
    ['GET', '/messages/%ff', 404],
    ['POST', '/chats/4711/read', 404],
    ['GET', '/api/v2/chats', 404],
    ['DELETE', '/chats', 405],
    ['OPTIONS', '/chats', 405],
    ['GET', '/messages', 405],
    ['POST', '/api/openapi.json', 405],
  ])('answers %s %s with %i in problem+json', async (method, path, status) => {
    const reply = await api.call(method, path);
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.body).toMatchObject({
      status,
      code: status === 404 ? 'not_found' : 'method_not_allowed',
    });
    expect(reply.headers.allow === undefined).toBe(status === 404);
  });

  it('answers 413 to a body over 1 MB, announced or not', async () => {
    const big = Buffer.alloc(1024 * 1024 + 1, ' ');
    const announced = await api.call('POST', '/messages', { raw: big });
    expect(announced.status).toBe(413);
    const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
    const streamed = await api.call('POST', '/messages', { raw: big, headers: chunked });
    expect(streamed.status).toBe(413);
    expect(streamed.body).toMatchObject({ code: 'payload_too_large' });
  });

  it('answers 415 to a body that is not JSON by its type, 400 to one that is not JSON', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await api.call('POST', '/messages', { raw: 'a=b', headers: form })).status).toBe(415);
    const json = { 'content-type': 'application/json' };
    for (const raw of [
      '{"a":',
      Buffer.from([0x22, 0xff, 0x22]),
      '['.repeat(50_000) + ']'.repeat(50_000),
    ]) {
      const reply = await api.call('POST', '/messages', { raw, headers: json });
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ code: 'bad_input' });
    }
  });

  it('answers 400 to what is not HTTP', async () => {
    const socket = connect(api.port, '127.0.0.1');
    socket.write('nonsense\r\n\r\n');
    const answer: unknown[] = await once(socket, 'data');
    expect(String(answer[0])).toMatch(
      /^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/,
    );
    socket.destroy();
  });

  it('answers 500 without telling how it is built inside', async () => {
    const seen: string[] = [];
    const broken = await serveApi({
      log: { debug() {}, info() {}, warn() {}, error: (_fields, message) => seen.push(message) },
    });
    try {
      broken.store.write((tx) => tx.run('DROP TABLE reaction'));
      const reply = await broken.call('GET', `/chats/${broken.chatId}/messages`);
      expect(reply.status).toBe(500);
      expect(reply.body).toMatchObject({ code: 'internal' });
      expect(JSON.stringify(reply.body)).not.toMatch(/reaction|SQL|table/i);
      expect(seen).toEqual(['an API request failed unexpectedly']);
    } finally {
      await broken.close();
    }
  });
});
