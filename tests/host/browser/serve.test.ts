import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serveBrowser } from '#electron/host/browser/serve.ts';
import type { BrowserHost } from '#electron/host/browser/serve.ts';
import { silentLog } from '#electron/log.ts';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import { accountsChanged, createFakeCore } from '../../support/fake-core.ts';
import type { FakeCore } from '../../support/fake-core.ts';

const PAGE = '<!doctype html><title>Frontdesk</title><script type="module" src="./a.js"></script>';

let folder: string;
let core: FakeCore;
let served: BrowserHost;
let address: URL;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-page-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), PAGE);
  writeFileSync(join(rendererDir, 'assets', 'a-1a2b3c.js'), 'export {};');
  writeFileSync(join(folder, 'secrets.js'), 'not for you');
  const bridgeFile = join(folder, 'bridge.cjs');
  writeFileSync(bridgeFile, 'window.frontdesk = {};');
  core = createFakeCore();
  const port = { port: 0, isDefault: false };
  served = await serveBrowser({ core, port, rendererDir, bridgeFile, log: silentLog });
  address = new URL(served.url);
});

afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Unlike fetch, this sends paths and Host headers as they are. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request({ host: '127.0.0.1', port: address.port, path, headers, method });
  sent.end();
  return await new Promise<Reply>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
  });
}

interface Knock {
  readonly host?: string;
  readonly origin?: string | null;
  readonly protocols?: readonly string[];
  readonly path?: string;
}

function token(): string {
  return address.searchParams.get('token') ?? '';
}

function knock({ host, origin = address.origin, protocols, path = '/ws' }: Knock = {}): WebSocket {
  return new WebSocket(`ws://${address.host}${path}`, [...(protocols ?? ['frontdesk', token()])], {
    headers: host === undefined ? {} : { Host: host },
    ...(origin === null ? {} : { origin }),
  });
}

async function statusOf(socket: WebSocket): Promise<number | undefined> {
  return await new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (sent, response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    socket.on('error', () => undefined);
  });
}

async function enter(): Promise<WebSocket> {
  const socket = knock();
  await once(socket, 'open');
  return socket;
}

async function nextFrame(socket: WebSocket): Promise<unknown> {
  const text = await new Promise<string>((resolve) => {
    socket.once('message', (data) => resolve(Buffer.isBuffer(data) ? data.toString('utf8') : ''));
  });
  return JSON.parse(text);
}

async function closeCode(socket: WebSocket): Promise<number> {
  return await new Promise((resolve) => {
    socket.once('close', resolve);
  });
}

/** The key to the files, which every page that is served carries. */
function keyIn(page: string): string {
  return /name="frontdesk-media" content="([\w-]{43})"/.exec(page)?.[1] ?? '';
}

describe('the page', () => {
  it('is served with the bridge before the app, under a strict policy', async () => {
    const { status, headers, body } = await get(`/?token=${token()}`);
    expect(status).toBe(200);
    expect(body).toBe(
      PAGE.replace(
        '<script',
        `<meta name="frontdesk-media" content="${keyIn(body)}" />\n    <script type="module" src="/bridge.js"></script>\n    <script`,
      ),
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "media-src 'self' blob:",
        `connect-src 'self' ws://${address.host}`,
        "frame-ancestors 'none'",
        "object-src 'none'",
      ]),
    );
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('may hear the owner for voice messages, and neither see nor locate them', async () => {
    const { headers } = await get(`/?token=${token()}`);
    const allowed = String(headers['permissions-policy']).split(', ');
    expect(allowed).toEqual(
      expect.arrayContaining([
        'microphone=(self)',
        'camera=()',
        'display-capture=()',
        'geolocation=()',
      ]),
    );
  });

  it.each(['/', '/?token=', '/?token=wrong', '/index.html'])(
    'says in words that %s lacks the token of this launch',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(401);
      expect(body).toContain('This address has expired');
      expect(body).not.toContain('bridge.js');
    },
  );

  it('is served under its own host name only', async () => {
    const { port } = address;
    for (const host of [`localhost:${port}`, `evil.example:${port}`, '127.0.0.1']) {
      expect((await get(`/?token=${token()}`, { Host: host })).status, host).toBe(421);
    }
  });

  it('lets hashed assets be cached for ever, and the bridge never', async () => {
    const asset = await get('/assets/a-1a2b3c.js');
    expect(asset).toMatchObject({ status: 200, body: 'export {};' });
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const bridge = await get('/bridge.js');
    expect(bridge).toMatchObject({ status: 200, body: 'window.frontdesk = {};' });
    expect(bridge.headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/../secrets.js',
    '/%2e%2e/secrets.js',
    '/..%2fsecrets.js',
    '/assets/..%2f..%2fsecrets.js',
    '/..%5csecrets.js',
    '/%00secrets.js',
    '/%zz',
    '/assets',
    '/missing.js',
  ])('gives nothing for %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('not for you');
  });

  it.each(['//secrets.js', 'http://evil.example/', 'http://'])(
    'does not understand a request for %s',
    async (target) => {
      expect((await get(target)).status).toBe(400);
    },
  );

  it('takes no other method than GET and HEAD', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    const head = await get(`/?token=${token()}`, {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
  });
});

describe('the WebSocket', () => {
  it.each<[string, () => Knock, number]>([
    ['our own page', () => ({}), 101],
    ['a page of another origin', () => ({ origin: 'http://evil.example' }), 401],
    ['our origin on another port', () => ({ origin: 'http://127.0.0.1:1' }), 401],
    ['no origin at all', () => ({ origin: null }), 401],
    ['a wrong token', () => ({ protocols: ['frontdesk', 'x'.repeat(43)] }), 401],
    ['no token', () => ({ protocols: ['frontdesk'] }), 401],
    ['the token alone', () => ({ protocols: [token()] }), 401],
    ['the name localhost', () => ({ host: `localhost:${address.port}` }), 421],
    ['a foreign name', () => ({ host: `evil.example:${address.port}` }), 421],
    ['another path', () => ({ path: '/other' }), 404],
  ])('answers %s', async (_who, knocking, status) => {
    const socket = knock(knocking());
    expect(await statusOf(socket)).toBe(status);
    socket.terminate();
  });

  it('chooses the protocol, never the token', async () => {
    const socket = await enter();
    expect(socket.protocol).toBe('frontdesk');
    socket.terminate();
  });

  it('carries commands and their answers', async () => {
    const socket = await enter();
    socket.send(JSON.stringify({ id: 5, command: 'chats.page', input: { limit: 1 } }));
    expect(await nextFrame(socket)).toEqual({
      id: 5,
      result: { ok: true, data: { command: 'chats.page', input: { limit: 1 } } },
    });
    socket.terminate();
  });

  it('tells every tab every event', async () => {
    const tabs = await Promise.all([enter(), enter(), enter()]);
    const frames = Promise.all(tabs.map(nextFrame));
    core.tell(accountsChanged(3));
    expect(await frames).toEqual(tabs.map(() => ({ event: accountsChanged(3) })));
    for (const tab of tabs) tab.terminate();
  });

  it.each([
    '',
    'hello',
    '[]',
    '{"id":0,"command":"x","input":{}}',
    '{"id":1,"command":"x","input":{},"more":1}',
  ])('hangs up on the malformed frame %j', async (frame) => {
    const socket = await enter();
    socket.send(frame);
    expect(await closeCode(socket)).toBe(1008);
  });

  it('hangs up on binary frames', async () => {
    const socket = await enter();
    socket.send(Buffer.from('{"id":1,"command":"x","input":{}}'), { binary: true });
    expect(await closeCode(socket)).toBe(1008);
  });

  it('hangs up on a frame over 16 MB', async () => {
    const socket = await enter();
    socket.on('error', () => undefined);
    socket.send(`"${'x'.repeat(16 * 1024 * 1024)}"`);
    expect(await closeCode(socket)).toBe(1009);
  });

  it('cuts off a tab that does not read, and goes on with the others', async () => {
    const [slow, quick] = await Promise.all([enter(), enter()]);
    slow.pause();
    const slowIsGone = once(slow, 'close');
    const chatIds = Array.from({ length: 100_000 }, (_, index) => asId<ChatId>(index + 1));
    for (let seq = 1; seq <= 40; seq += 1) {
      const heard = once(quick, 'message');
      core.tell({ seq, name: 'chats.changed', payload: { chatIds } });
      await heard;
    }
    slow.resume();
    await slowIsGone;
    quick.terminate();
  });

  it('is closed with the host', async () => {
    const socket = await enter();
    const gone = once(socket, 'close');
    await served.close();
    await gone;
    await expect(get('/')).rejects.toThrow('ECONNREFUSED');
  });
});
