import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '#electron/practice/faults.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import { wantAgain } from '#electron/store/media-downloads.ts';
import { Downloads, sha256 } from '../support/downloads.ts';
import { deadUrl } from '../support/graph-server.ts';
import { handClock, NUMBER, startQuietPlatform } from '../support/practice.ts';
import type { HandClock } from '../support/practice.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A generated picture of the practice platform: a PNG that really is one. */
const PICTURE = '710000001';
const ANOTHER = '710000002';

let clock: HandClock;
let platform: PracticePlatform;
let downloads: Downloads;

beforeEach(async () => {
  clock = handClock();
  platform = await startQuietPlatform({ clock });
  downloads = new Downloads(platform.url, clock);
});

afterEach(() => platform.stop());

async function upload(bytes: Buffer, type: string): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'file');
  const response = await fetch(`${platform.url}/v26.0/${NUMBER.phoneNumberId}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${NUMBER.accessToken}` },
    body: form,
  });
  return /"id":"(\d+)"/.exec(await response.text())?.[1] ?? '';
}

async function metaServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

describe('a file that came in', () => {
  it('lies under its hash, with its size in pixels, and the thread is told', async () => {
    const changed: unknown[] = [];
    const { messageId } = downloads.want(PICTURE);
    downloads.store.onChange((changes) => changed.push(...changes));
    await downloads.run();
    const [name] = downloads.kept();
    expect(downloads.kept()).toHaveLength(1);
    expect(downloads.file(messageId)).toMatchObject({ state: 'present', shownAs: 'image' });
    expect(downloads.file(messageId)?.width).toBeGreaterThan(100);
    expect(downloads.store.prepare('SELECT sha256 FROM media').pluck().get()).toBe(name);
    expect(changed).toContainEqual({ kind: 'message', chatId: downloads.chatId, messageId });
    expect(downloads.leftovers()).toEqual([]);
  });

  it('is fetched as soon as its message is stored', async () => {
    const downloader = await downloads.start();
    const { messageId } = downloads.want(PICTURE);
    await expect.poll(() => downloads.file(messageId)?.state).toBe('present');
    await downloader.stop();
  });

  it('is stored once, however many messages bring it', async () => {
    const bytes = Buffer.from('the price list of this year');
    for (let copy = 0; copy < 4; copy += 1) downloads.want(await upload(bytes, 'text/plain'));
    await downloads.run();
    expect(downloads.kept()).toEqual([sha256(bytes)]);
    const states = downloads.store.prepare('SELECT DISTINCT state FROM media').pluck().all();
    expect(states).toEqual(['present']);
  });

  it('keeps a name that leads elsewhere to itself', async () => {
    const id = await upload(Buffer.from('x'), 'text/plain');
    downloads.want(id, { filename: '../../../../evil.sh' });
    await downloads.run();
    expect(downloads.kept()).toEqual([sha256(Buffer.from('x'))]);
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'image/jpeg'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['nothing in particular', 'hello', 'video/mp4'],
  ])('is only for saving when it is %s and calls itself another', async (_what, text, type) => {
    const { messageId } = downloads.want(await upload(Buffer.from(text), 'text/plain'), {
      mimeType: type,
    });
    await downloads.run();
    expect(downloads.file(messageId)).toMatchObject({ state: 'present', shownAs: null });
  });
});

describe('a download that goes wrong', () => {
  it.each<readonly [string, Fault, 'download' | 'read']>([
    ['an address that has expired', { kind: 'http', status: 404 }, 'download'],
    ['a page in place of the file', { kind: 'http', status: 200 }, 'download'],
    ['an overloaded server', { kind: 'http', status: 503 }, 'read'],
    ['a file that breaks off', { kind: 'truncated_file' }, 'download'],
    ['a file with another hash', { kind: 'altered_file' }, 'download'],
    ['an empty file', { kind: 'empty_file' }, 'download'],
    ['a connection that breaks', { kind: 'drop_before_accepting' }, 'download'],
  ])('is tried again from the start after %s', async (_what, fault, target) => {
    const { messageId } = downloads.want(PICTURE);
    platform.faults.next(fault, { target });
    await downloads.run();
    expect(downloads.file(messageId)?.state).toBe('wanted');
    expect(downloads.file(messageId)?.problem).toMatch(/\w{3}.*\.$/);
    expect([downloads.kept(), downloads.leftovers()]).toEqual([[], []]);
    await downloads.run();
    expect(downloads.file(messageId)?.state).toBe('present');
  });

  it('is over when Meta no longer keeps the file', async () => {
    const { messageId } = downloads.want(PICTURE);
    platform.faults.next({ kind: 'http', status: 503 }, { target: 'read', times: 2 });
    await downloads.run();
    clock.advance(7 * DAY);
    await downloads.run();
    expect(downloads.file(messageId)).toMatchObject({ state: 'expired' });
    expect(downloads.file(messageId)?.problem).toContain('seven days');
  });

  it('ends at once when Meta does not know the file, until the owner asks again', async () => {
    const { messageId, mediaId } = downloads.want('999');
    await downloads.run();
    expect(downloads.file(messageId)?.state).toBe('failed');
    expect(downloads.store.write((tx) => wantAgain(tx, mediaId))).toBe(true);
    expect(downloads.file(messageId)?.state).toBe('wanted');
  });

  it('ends when the number is removed', async () => {
    const { messageId } = downloads.want(PICTURE);
    downloads.store.write((tx) => tx.run('UPDATE account SET is_active = 0'));
    await downloads.run();
    expect(downloads.file(messageId)).toMatchObject({ state: 'failed' });
    expect(downloads.file(messageId)?.problem).toContain('removed');
  });

  it('does not count being offline, however long it takes', async () => {
    downloads.target = { ...downloads.target, baseUrl: await deadUrl() };
    const { messageId } = downloads.want(PICTURE);
    await downloads.run();
    clock.advance(8 * DAY);
    await downloads.run();
    expect(downloads.file(messageId)?.state).toBe('wanted');
    downloads.target = { ...downloads.target, baseUrl: platform.url };
    await downloads.run();
    expect(downloads.file(messageId)?.state).toBe('present');
  });

  it('holds up no other file', async () => {
    platform.faults.next({ kind: 'hang_before_accepting' }, { target: 'download' });
    downloads.want(PICTURE);
    downloads.want(ANOTHER);
    const downloader = await downloads.start();
    await expect.poll(() => downloads.kept().length).toBe(1);
    await downloader.stop();
    expect(downloads.leftovers()).toEqual([]);
  });
});

describe('a file that is too large', () => {
  it.each([
    ['said to be', { file_size: '104857601' }, {}],
    ['announced as', {}, { 'content-length': '104857601' }],
    ['found to be', {}, {}],
  ])('is refused in words when it is %s so', async (_how, description, headers) => {
    const url = await metaServer((request, response) => {
      if (request.url?.startsWith('/file') !== true) {
        const body = { id: '1', url: `http://${request.headers.host ?? ''}/file`, ...description };
        response.end(JSON.stringify(body));
        return;
      }
      response.writeHead(200, headers);
      response.write(Buffer.alloc(20_000));
    });
    downloads.target = { ...downloads.target, baseUrl: url };
    const { messageId } = downloads.want('1');
    await downloads.run(
      Object.keys({ ...description, ...headers }).length === 0 ? { maxBytes: 9_999 } : {},
    );
    expect(downloads.file(messageId)).toMatchObject({ state: 'failed' });
    expect(downloads.file(messageId)?.problem).toContain('100 MB');
    expect(downloads.leftovers()).toEqual([]);
  });
});

describe('the token', () => {
  it.each([
    ['another host', 'http://127.0.0.2:PORT/file'],
    ['a host that ends like one of Meta’s', 'https://evilfbsbx.com/file'],
    ['one of Meta’s without encryption', 'http://lookaside.fbsbx.com/file'],
    ['a name before the host', 'https://lookaside.fbsbx.com@127.0.0.1:PORT/file'],
    ['no address at all', 'nonsense'],
  ])('is not shown to %s', async (_what, address) => {
    const asked: string[] = [];
    const url = await metaServer((request, response) => {
      asked.push(request.url ?? '');
      const port = request.headers.host?.split(':')[1] ?? '';
      response.end(JSON.stringify({ id: '1', url: address.replace('PORT', port) }));
    });
    downloads.target = { ...downloads.target, baseUrl: url };
    const { messageId } = downloads.want('1');
    await downloads.run();
    expect(asked.filter((path) => path.startsWith('/file'))).toEqual([]);
    expect(downloads.file(messageId)?.problem).toContain('not Meta’s');
  });

  it('does not follow a redirect to a stranger', async () => {
    const strangers: unknown[] = [];
    const stranger = await metaServer((request, response) => {
      strangers.push(request.headers);
      response.end('x');
    });
    const url = await metaServer((request, response) => {
      if (request.url === '/file') response.writeHead(302, { location: stranger }).end();
      else response.end(JSON.stringify({ url: `http://${request.headers.host ?? ''}/file` }));
    });
    downloads.target = { ...downloads.target, baseUrl: url };
    downloads.want('1');
    await downloads.run();
    expect([strangers, downloads.kept()]).toEqual([[], []]);
  });
});

describe('after a crash', () => {
  it('a file that was kept but not committed is taken up without a second copy', async () => {
    const bytes = Buffer.from('almost there');
    const { messageId } = downloads.want(await upload(bytes, 'text/plain'));
    mkdirSync(join(downloads.home, 'media'));
    mkdirSync(join(downloads.home, 'incoming'));
    writeFileSync(join(downloads.home, 'media', sha256(bytes)), bytes);
    writeFileSync(join(downloads.home, 'incoming', 'half-a-file'), 'almo');
    await downloads.run();
    expect(downloads.kept()).toEqual([sha256(bytes)]);
    expect(downloads.leftovers()).toEqual([]);
    expect(downloads.file(messageId)).toMatchObject({ state: 'present', bytes: bytes.length });
  });

  it('a file that lost its content under its name is put right', async () => {
    const bytes = Buffer.from('whole');
    downloads.want(await upload(bytes, 'text/plain'));
    mkdirSync(join(downloads.home, 'media'));
    writeFileSync(join(downloads.home, 'media', sha256(bytes)), '');
    await downloads.run();
    expect(downloads.kept()).toEqual([sha256(bytes)]);
  });
});

it('takes the hash of a webhook in base64 as well as that of a description', async () => {
  const bytes = Buffer.from('hash me');
  const base64 = createHash('sha256').update(bytes).digest('base64');
  const { messageId } = downloads.want(await upload(bytes, 'text/plain'), { sha256: base64 });
  await downloads.run();
  expect(downloads.file(messageId)?.state).toBe('present');
});
