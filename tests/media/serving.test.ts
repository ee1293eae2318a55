import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaId } from '#shared/ids.ts';
import { serveBrowser } from '#electron/host/browser/serve.ts';
import type { BrowserHost } from '#electron/host/browser/serve.ts';
import { silentLog } from '#electron/log.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import { createMediaShelf } from '#electron/media/served-file.ts';
import { wantMedia } from '#electron/store/media.ts';
import { markPresent } from '#electron/store/media-downloads.ts';
import type { Store } from '#electron/store/store.ts';
import { createFakeCore } from '../support/fake-core.ts';
import { sha256 } from '../support/downloads.ts';
import { addAccount, memoryStore } from '../support/store.ts';

const SOUND = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));

let home: string;
let store: Store;
let host: BrowserHost;
let key: string;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'frontdesk-shelf-'));
  mkdirSync(join(home, 'media'));
  store = memoryStore();
  const rendererDir = join(home, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<script type="module" src="a.js"></script>');
  host = await serveBrowser({
    core: {
      ...createFakeCore(),
      media: createMediaShelf({ store, folder: createMediaFolder(home), clock: () => 0 }),
    },
    port: { port: 0, isDefault: false },
    rendererDir,
    bridgeFile: join(home, 'bridge.cjs'),
    log: silentLog,
  });
  const page = await (await fetch(host.url)).text();
  key = /name="frontdesk-media" content="([\w-]{43})"/.exec(page)?.[1] ?? '';
});

afterEach(async () => {
  await host.close();
  store.close();
  rmSync(home, { recursive: true, force: true });
});

/** A file that is here, as the downloader leaves it. */
function keep(bytes: Buffer, shownType: string | null, filename: string | null = null): MediaId {
  writeFileSync(join(home, 'media', sha256(bytes)), bytes);
  const accountId = addAccount(store);
  return store.write((tx) => {
    const media = { accountId, metaMediaId: '1', mimeType: 'text/html', sha256: null };
    const id = wantMedia(tx, { ...media, filename, isVoice: false, expiresAt: 9e12 }, 0);
    const file = { sha256: sha256(bytes), bytes: bytes.length, shownType };
    markPresent(tx, id, { ...file, width: null, height: null });
    return id;
  });
}

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = new URL(host.url);
  const sent = request({ host: '127.0.0.1', port, path, headers, method });
  sent.end();
  return await new Promise<Reply>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
  });
}

describe('a file of a message', () => {
  it('comes with its true type, for ever the same, and can do nothing as a page', async () => {
    const id = keep(SOUND, 'audio/ogg');
    const { status, headers, body } = await get(`/media/${key}/${id}`);
    expect([status, body.equals(SOUND)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'audio/ogg',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect(headers['content-disposition']).toMatch(/^inline;/);
  });

  it.each([
    ['bytes=100-199', 100, 199],
    ['bytes=990-', 990, 999],
    ['bytes=-5', 995, 999],
  ])('comes in parts: %s', async (range, first, last) => {
    const id = keep(SOUND, 'audio/ogg');
    const { status, headers, body } = await get(`/media/${key}/${id}`, { range });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(`bytes ${first}-${last}/1000`);
    expect(body.equals(SOUND.subarray(first, last + 1))).toBe(true);
  });

  it('answers a part beyond its end with its length', async () => {
    const id = keep(SOUND, 'audio/ogg');
    const { status, headers } = await get(`/media/${key}/${id}`, { range: 'bytes=1000-' });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */1000']);
  });

  it.each([
    '<!doctype html><script>alert(1)</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ])('is never shown in place when it could be a page', async (text) => {
    const id = keep(Buffer.from(text), null, 'invoice.html');
    const { headers } = await get(`/media/${key}/${id}`);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''invoice.html");
  });

  it('is saved under a cleaned name', async () => {
    const id = keep(SOUND, 'audio/ogg', '../a\r\nb "ü".ogg');
    const { headers } = await get(`/media/${key}/${id}?download`);
    expect(headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''a%20b%20%C3%BC%20.ogg",
    );
  });

  it.each([
    ['without the key', () => '/media/1', {}],
    ['with another key', () => `/media/${'A'.repeat(43)}/1`, {}],
    ['with the token of the page', () => `/media/${host.url.slice(-43)}/1`, {}],
    ['for another site', () => `/media/${key}/1`, { 'sec-fetch-site': 'cross-site' }],
    ['for another port', () => `/media/${key}/1`, { 'sec-fetch-site': 'same-site' }],
    ['by a path', () => `/media/${key}/..%2f..%2fsecrets.key`, {}],
    ['that nobody has', () => `/media/${key}/77`, {}],
    ['with a number too long', () => `/media/${key}/${'9'.repeat(40)}`, {}],
  ])('is not found %s', async (_how, path, headers) => {
    keep(SOUND, 'audio/ogg');
    expect((await get(path(), headers)).status).toBe(404);
  });

  it('is not for other hosts, nor for writing', async () => {
    const id = keep(SOUND, 'audio/ogg');
    expect((await get(`/media/${key}/${id}`, { host: 'evil.example' })).status).toBe(421);
    expect((await get(`/media/${key}/${id}`, {}, 'DELETE')).status).toBe(405);
  });

  it('is gone in words of HTTP when it is gone from the disk', async () => {
    const id = keep(SOUND, 'audio/ogg');
    rmSync(join(home, 'media'), { recursive: true });
    expect((await get(`/media/${key}/${id}`)).status).toBe(404);
  });
});
