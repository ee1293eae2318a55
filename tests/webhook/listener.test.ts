import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '#electron/log.ts';
import { removeAccount } from '#electron/store/accounts.ts';
import { openStore } from '#electron/store/open.ts';
import { writeSetting } from '#electron/store/settings.ts';
import type { Store } from '#electron/store/store.ts';
import { startListener } from '#electron/webhook/listener.ts';
import type { Listener, ListenerDeps } from '#electron/webhook/listener.ts';
import { NOW, addShop } from '../support/way-in.ts';
import { ANA, SHOP, messageDelivery, post, sign } from '../support/webhooks.ts';

interface Door {
  readonly store: Store;
  readonly listener: Listener;
  readonly accountId: ReturnType<typeof addShop>;
  /** How often the processor was called. */
  readonly wakes: () => number;
}

const open: Door[] = [];

afterEach(async () => {
  for (const door of open.splice(0)) {
    await door.listener.close();
    door.store.close();
  }
});

async function openDoor(deps: Partial<ListenerDeps> = {}): Promise<Door> {
  const store = openStore(':memory:');
  const accountId = addShop(store);
  let wakes = 0;
  const listener = await startListener({
    store,
    appSecrets: () => Promise.resolve([SHOP.appSecret]),
    clock: () => NOW,
    log: silentLog,
    port: { port: 0, isDefault: false },
    onStored: () => {
      wakes += 1;
    },
    ...deps,
  });
  const door = { store, listener, accountId, wakes: () => wakes };
  open.push(door);
  return door;
}

function log(store: Store): { state: string; raw: unknown; error: string | null }[] {
  return store
    .prepare<{ state: string; raw: unknown; error: string | null }>(
      'SELECT state, raw, error FROM webhook_log ORDER BY id',
    )
    .all();
}

function handshake(url: string, query: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${url}?${new URLSearchParams(query).toString()}`);
}

const HELLO = {
  'hub.mode': 'subscribe',
  'hub.verify_token': SHOP.verifyToken,
  'hub.challenge': '1158201444',
};

describe('the handshake', () => {
  it('gives the challenge back to whoever knows the verify token of an active account', async () => {
    const { listener } = await openDoor();
    const response = await handshake(listener.url, HELLO);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('1158201444');
  });

  it('knows the app-wide verify token too', async () => {
    const { listener, store } = await openDoor();
    store.write((tx) => writeSetting(tx, 'webhook.verify_token', 'for-all', NOW));
    expect(
      (await handshake(listener.url, { ...HELLO, 'hub.verify_token': 'for-all' })).status,
    ).toBe(200);
  });

  it.each([
    ['a wrong token', { ...HELLO, 'hub.verify_token': 'guess' }],
    ['an empty token', { ...HELLO, 'hub.verify_token': '' }],
    ['another mode', { ...HELLO, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': SHOP.verifyToken }],
    ['nothing at all', {}],
  ])('refuses %s', async (_name, query) => {
    const { listener } = await openDoor();
    expect((await handshake(listener.url, query)).status).toBe(403);
  });

  it('no longer knows the token of a removed account', async () => {
    const { listener, store, accountId } = await openDoor();
    store.write((tx) => removeAccount(tx, accountId, NOW));
    expect((await handshake(listener.url, HELLO)).status).toBe(403);
  });
});

describe('a delivery', () => {
  it('is on disk, byte for byte, before Meta hears 200', async () => {
    const { listener, store, wakes } = await openDoor();
    const raw = `${JSON.stringify(messageDelivery(ANA))}\n`.replace('Monday', 'M\\u00f6nday 🌵');
    expect((await post(listener.url, raw)).status).toBe(200);
    expect(log(store)).toEqual([{ state: 'received', raw, error: null }]);
    expect(wakes()).toBe(1);
  });

  it.each([
    ['that is no JSON', 'hello'],
    ['that is empty', ''],
    ['of an unknown shape', '{"object":"page"}'],
    ['that begins with a byte order mark', '\uFEFF{}'],
  ])('%s is kept all the same when it is signed', async (_name, raw) => {
    const { listener, store } = await openDoor();
    expect((await post(listener.url, raw)).status).toBe(200);
    expect(log(store)).toEqual([{ state: 'received', raw, error: null }]);
  });

  it('that is not UTF-8 is kept as bytes', async () => {
    const { listener, store } = await openDoor();
    const raw = new Uint8Array([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    expect((await post(listener.url, raw)).status).toBe(200);
    expect(log(store)[0]?.raw).toEqual(Buffer.from(raw));
  });

  it('is refused with 500 when the database refuses it, so that Meta sends it again', async () => {
    const { listener, store } = await openDoor();
    store.write((tx) =>
      tx.run(
        "CREATE TRIGGER full BEFORE INSERT ON webhook_log BEGIN SELECT RAISE(ABORT, 'disk full'); END",
      ),
    );
    expect((await post(listener.url, messageDelivery(ANA))).status).toBe(500);
    store.write((tx) => tx.run('DROP TRIGGER full'));
    expect((await post(listener.url, messageDelivery(ANA))).status).toBe(200);
  });

  it('counts by the secret of any active account, also by one that came just now', async () => {
    let secrets = ['another-app'];
    let now = NOW;
    const { listener } = await openDoor({
      appSecrets: () => Promise.resolve(secrets),
      clock: () => now,
    });
    const body = messageDelivery(ANA);
    expect((await post(listener.url, body)).status).toBe(401);
    secrets = ['another-app', SHOP.appSecret];
    now += 1_000;
    expect((await post(listener.url, body)).status).toBe(200);
  });

  it('no longer counts by a secret after its account is gone', async () => {
    let secrets: string[] = [SHOP.appSecret];
    const { listener, store, accountId } = await openDoor({
      appSecrets: () => Promise.resolve(secrets),
    });
    expect((await post(listener.url, messageDelivery(ANA))).status).toBe(200);
    secrets = [];
    store.write((tx) => removeAccount(tx, accountId, NOW));
    expect((await post(listener.url, messageDelivery(ANA))).status).toBe(401);
  });
});

describe('a delivery that nobody vouches for', () => {
  const body = JSON.stringify(messageDelivery(ANA));

  it.each([
    ['without a signature', { 'x-hub-signature-256': '' }],
    ['with a malformed signature', { 'x-hub-signature-256': 'sha256=xyz' }],
    ['with a signature of the wrong length', { 'x-hub-signature-256': `${sign(body)}00` }],
    ['with a wrong signature', { 'x-hub-signature-256': sign(body, 'guess') }],
    ['signed with no secret at all', { 'x-hub-signature-256': sign(body, '') }],
  ])('%s is refused and set aside', async (_name, headers) => {
    const { listener, store, wakes } = await openDoor({
      appSecrets: () => Promise.resolve([SHOP.appSecret, '']),
    });
    expect((await post(listener.url, body, headers)).status).toBe(401);
    expect(log(store)).toMatchObject([{ state: 'quarantined', raw: body }]);
    expect(log(store)[0]?.error).toMatch(/sign/);
    expect(wakes()).toBe(0);
  });

  it('whose body was changed on the way is refused', async () => {
    const { listener } = await openDoor();
    const headers = { 'x-hub-signature-256': sign(body) };
    expect((await post(listener.url, body.replace('Monday', 'Sunday'), headers)).status).toBe(401);
  });

  it('is kept in part only when it is long', async () => {
    const { listener, store } = await openDoor();
    await post(listener.url, 'x'.repeat(1_000_000), { 'x-hub-signature-256': '' });
    expect(String(log(store)[0]?.raw).length).toBe(64 * 1024);
  });

  it('can flood neither the log nor the disk', async () => {
    let now = NOW;
    const { listener, store } = await openDoor({ clock: () => now });
    const headers = { 'x-hub-signature-256': '' };
    for (let sent = 0; sent < 520; sent += 20) {
      await Promise.all(Array.from({ length: 20 }, () => post(listener.url, body, headers)));
    }
    expect(log(store).length).toBe(500);
    now += 1_000;
    expect((await post(listener.url, body, headers)).status).toBe(401);
    expect(
      store
        .prepare<{ value: string }>(
          "SELECT value FROM setting WHERE key = 'webhook.quarantine_overflow'",
        )
        .get()?.value,
    ).toBe(JSON.stringify({ count: 21, lastAt: now }));
    expect((await post(listener.url, body)).status).toBe(200);
  });
});

describe('bad requests', () => {
  it('answers 413 to a body over 4 MB and keeps nothing of it', async () => {
    const { listener, store } = await openDoor();
    const response = await post(listener.url, 'x'.repeat(4 * 1024 * 1024 + 1));
    expect(response.status).toBe(413);
    expect(log(store)).toEqual([]);
    expect((await post(listener.url, 'x'.repeat(4 * 1024 * 1024))).status).toBe(200);
  });

  it('answers 413 to a body that grows over 4 MB without saying its length', async () => {
    const { listener, store } = await openDoor();
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const endless = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 6; sent += 1) controller.enqueue(chunk);
        controller.close();
      },
    });
    const response = await fetch(listener.url, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(log(store)).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('answers 405 to %s', async (method) => {
    const { listener, store } = await openDoor();
    const response = await fetch(listener.url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(log(store)).toEqual([]);
  });

  it.each([
    '/',
    '/webhook/',
    '/webhooks',
    '/health',
    '/health/',
    '/health/a/b',
    '/health/%2e',
    '/api/v1',
  ])('answers 404 to %s', async (path) => {
    const { listener } = await openDoor();
    expect((await fetch(`http://127.0.0.1:${listener.port}${path}`)).status).toBe(404);
  });

  it('gives a nonce back, for the self-test of the tunnel', async () => {
    const { listener } = await openDoor();
    const url = `http://127.0.0.1:${listener.port}/health/Qx7_-9`;
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('Qx7_-9');
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  it('closes on a stuck sender after 15 s, and serves everybody else meanwhile', async () => {
    const { listener, store } = await openDoor();
    const stuck = connect(listener.port, '127.0.0.1');
    await once(stuck, 'connect');
    const since = performance.now();
    stuck.write('POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf a body');
    expect((await post(listener.url, messageDelivery(ANA))).status).toBe(200);
    stuck.resume();
    await once(stuck, 'close');
    expect(performance.now() - since).toBeGreaterThan(14_000);
    expect(performance.now() - since).toBeLessThan(18_000);
    expect(log(store).length).toBe(1);
  }, 20_000);

  it('survives what is no HTTP', async () => {
    const { listener } = await openDoor();
    const noise = connect(listener.port, '127.0.0.1');
    noise.on('error', () => {});
    noise.resume();
    noise.write(Buffer.from([0x16, 0x03, 0x01, 0x00, 0xff, 0x0d, 0x0a, 0x0d, 0x0a]));
    await once(noise, 'close');
    expect((await post(listener.url, messageDelivery(ANA))).status).toBe(200);
  });
});

describe('the listener', () => {
  it('says so when its port is taken', async () => {
    const { listener } = await openDoor();
    const port = { port: listener.port, isDefault: false };
    await expect(openDoor({ port })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('answers what is at hand before it closes', async () => {
    const { listener, store } = await openDoor();
    const answers = Array.from({ length: 8 }, () => post(listener.url, messageDelivery(ANA)));
    await Promise.all(answers);
    await listener.close();
    open.pop();
    expect(log(store).length).toBe(8);
    await expect(fetch(listener.url)).rejects.toThrow('fetch failed');
    store.close();
  });
});
