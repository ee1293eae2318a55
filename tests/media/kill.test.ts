import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, it, onTestFinished } from 'vitest';
import { findMessage } from '#electron/store/messages.ts';
import { openStore } from '#electron/store/open.ts';
import { wantMedia } from '#electron/store/media.ts';
import type { Store } from '#electron/store/store.ts';
import { addAccount, addChat, addMessage } from '../support/store.ts';

const MB = 1024 * 1024;
/** As much as WhatsApp lets a customer send. */
const LARGEST = 100 * MB;
const PIECE = Buffer.alloc(MB, 'Every page of the catalogue. ');

function sha256OfPieces(pieces: number): string {
  const hash = createHash('sha256');
  for (let piece = 0; piece < pieces; piece += 1) hash.update(PIECE);
  return hash.digest('hex');
}

const HASH = sha256OfPieces(LARGEST / MB);

/** Stands in for Meta with one file of 100 MB. */
class FileServer {
  /** How much of the file is given before the sender falls silent. */
  givesBytes = LARGEST;
  given = 0;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    onTestFinished(() => {
      this.#server.closeAllConnections();
      this.#server.close();
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/file') {
      const url = `http://${request.headers.host ?? ''}/file`;
      response.end(JSON.stringify({ id: '1', url, sha256: HASH, file_size: String(LARGEST) }));
      return;
    }
    response.writeHead(200, { 'content-length': LARGEST });
    for (let given = 0; given < this.givesBytes; given += MB) {
      if (response.destroyed) return;
      if (!response.write(PIECE)) await writable(response);
      this.given = given + MB;
    }
    if (this.givesBytes === LARGEST) response.end();
  }
}

/** Also when nobody takes any more. */
function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
}

function openHome(): { readonly home: string; readonly store: Store } {
  const home = mkdtempSync(join(tmpdir(), 'frontdesk-kill-'));
  const store = openStore(join(home, 'frontdesk.db'));
  onTestFinished(() => {
    store.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return { home, store };
}

/** Gives the function that says how it stands with the file. */
function wantCatalogue(store: Store, metaMediaId = '1'): () => string | undefined {
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId);
  const media = { accountId, metaMediaId, mimeType: 'application/pdf', sha256: null };
  const expiresAt = Date.now() + 3_600_000;
  const mediaId = store.write((tx) =>
    wantMedia(tx, { ...media, filename: 'Catalogue.pdf', isVoice: false, expiresAt }, 0),
  );
  const payload = JSON.stringify({ type: 'document', document: { id: '1' } });
  const messageId = addMessage(store, accountId, chatId, {
    type: 'document',
    payload,
    media_id: mediaId,
  });
  return () => {
    const content = findMessage(store, messageId)?.content;
    return content?.kind === 'media' ? content.file?.state : undefined;
  };
}

/** Gives the process, and what it held in memory before it fetched anything. */
async function startFetching(home: string, url: string) {
  const script = join(import.meta.dirname, '..', 'support', 'downloader-process.ts');
  const child = fork(script, [home, url], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, memory: await nextNumber(child) };
}

async function mostMemory(child: ChildProcess): Promise<number> {
  const answered = nextNumber(child);
  child.send('memory');
  return await answered;
}

async function nextNumber(child: ChildProcess): Promise<number> {
  const message: readonly unknown[] = await once(child, 'message');
  return Number(message[0]);
}

it('fetches five documents of 100 MB, three at a time, without ever holding one in memory', async () => {
  const server = new FileServer();
  const url = await server.start();
  const { home, store } = openHome();
  const states = ['1', '2', '3', '4', '5'].map((id) => wantCatalogue(store, id));
  const { child, memory } = await startFetching(home, url);
  await expect
    .poll(() => new Set(states.map((state) => state())), { timeout: 90_000 })
    .toEqual(new Set(['present']));
  // Pieces that were written down and not yet collected as garbage, whatever the size of the files.
  expect((await mostMemory(child)) - memory).toBeLessThan(2 * LARGEST);
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(home, 'media', HASH)), hash);
  expect(hash.digest('hex')).toBe(HASH);
}, 120_000);

it('fetches a file again whose download was killed, and leaves no half of it anywhere', async () => {
  const server = new FileServer();
  const url = await server.start();
  const { home, store } = openHome();
  const state = wantCatalogue(store);
  for (const enough of [3 * MB, 60 * MB]) {
    server.givesBytes = enough;
    server.given = 0;
    const { child } = await startFetching(home, url);
    await expect.poll(() => halfOf(home), { timeout: 30_000 }).toBeGreaterThanOrEqual(enough);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([state(), readdirSync(join(home, 'media'))]).toEqual(['wanted', []]);
  }
  server.givesBytes = LARGEST;
  await startFetching(home, url);
  await expect.poll(state, { timeout: 60_000 }).toBe('present');
  expect(readdirSync(join(home, 'media'))).toEqual([HASH]);
  expect(readdirSync(join(home, 'incoming'))).toEqual([]);
}, 90_000);

/** Bytes of the file that is on its way. */
function halfOf(home: string): number {
  const [name] = readdirSync(join(home, 'incoming'));
  return name === undefined ? 0 : statSync(join(home, 'incoming', name)).size;
}
