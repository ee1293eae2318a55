import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { mintApiKey } from '#electron/api/api-key.ts';
import type { Scope } from '#electron/api/scope.ts';
import type { FileLibrary } from '#electron/api/file-library.ts';
import { startApi } from '#electron/api/start.ts';
import type { ApiDependencies } from '#electron/api/start.ts';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import { createMediaFolder } from '#electron/media/folder.ts';
import { keepInLibrary } from '#electron/media/keep-in-library.ts';
import { createMediaShelf } from '#electron/media/served-file.ts';
import type { Blocking } from '#electron/people/block-request.ts';
import { inlineReader } from '#electron/store/reader.ts';
import type { Store } from '#electron/store/store.ts';
import type { AccountId, ChatId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { targetAt } from '../support/sending.ts';
import { addAccount, addChat, addMessage, memoryStore } from '../support/store.ts';

export const NOW = Date.parse('2026-11-22T12:00:00Z');
export const HOUR = 3_600_000;
export const PHONE = '+5511912345678';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Json;
}

interface Sending {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Sent as it is, without any header of its own. */
  readonly raw?: string | Buffer;
}

export interface ServedApi {
  readonly store: Store;
  readonly blocking: Blocking;
  readonly port: number;
  readonly url: string;
  readonly accountId: AccountId;
  /** Has one inbound message, an hour old; its window is open. */
  readonly chatId: ChatId;
  /** Moves the clock on. */
  pass(ms: number): void;
  mint(scopes: readonly Scope[]): string;
  call(method: string, path: string, sending?: Sending): Promise<Reply>;
  close(): Promise<void>;
}

/** Nobody listens there: most tests ask nothing of Meta. */
const NOWHERE = 'http://127.0.0.1:9';

/** The real server on a free port, over a real database with one account and one open chat. */
export async function serveApi({
  graphUrl = NOWHERE,
  ...more
}: Partial<ApiDependencies> & { readonly graphUrl?: string } = {}): Promise<ServedApi> {
  const store = memoryStore();
  const home = mkdtempSync(join(tmpdir(), 'frontdesk-api-'));
  const accountId = addAccount(store);
  const { chatId } = addChat(store, accountId, { phone: PHONE });
  addMessage(store, accountId, chatId, { wamid: 'wamid.FIRST', timestamp: NOW - HOUR });
  openWindow(store, chatId, NOW - HOUR);
  let now = NOW;
  const clock = () => now;
  const graph = createGraph({ fetch, clock, timeoutMs: 1000 });
  const connect = () => Promise.resolve(targetAt(graphUrl));
  const blocking = { store, graph, connect, clock, log: silentLog, wait: () => Promise.resolve() };
  const api = await startApi({
    blocking,
    removeFile: () => Promise.resolve(),
    store,
    reader: inlineReader(store),
    clock,
    log: silentLog,
    version: '1.2.3',
    port: { port: 0, isDefault: false },
    library: libraryIn(home, store, clock),
    ...more,
  });
  const mint = (scopes: readonly Scope[]) =>
    mintApiKey({ store, clock }, { name: 'test', scopes }).key;
  const adminKey = mint(['admin']);
  return {
    store,
    blocking,
    port: api.port,
    url: api.url,
    accountId,
    chatId,
    pass(ms) {
      now += ms;
    },
    mint,
    call: (method, path, { key = adminKey, headers = {}, json, raw } = {}) =>
      exchange({
        port: api.port,
        method,
        path: path.startsWith('/api/') ? path : `/api/v1${path}`,
        headers: {
          ...(key === '' ? {} : { 'x-api-key': key }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: raw ?? (json === undefined ? undefined : JSON.stringify(json)),
      }),
    async close() {
      await api.close();
      store.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As the core wires it. */
export function libraryIn(home: string, store: Store, clock: () => number): FileLibrary {
  const folder = createMediaFolder(home);
  const shelf = createMediaShelf({ store, folder, clock });
  return {
    async add(bytes, file) {
      await folder.prepare();
      return await keepInLibrary({ store, folder, clock }, bytes, file);
    },
    read: (id, range) => shelf.answer({ id: String(id), range, isDownload: false }),
  };
}

export function openWindow(store: Store, chatId: ChatId, at: number | null): void {
  store.write((tx) =>
    tx.run('UPDATE conversation SET customer_active_at = ? WHERE id = ?', at, chatId),
  );
}

export function countMessages(store: Store): number {
  const row = store.prepare<{ n: number }>('SELECT count(*) AS n FROM message').get();
  return row?.n ?? 0;
}

/** `fetch` sets Host and Origin as it likes; this sends what it is told. */
function exchange(options: {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}): Promise<Reply> {
  const { port, method, path, headers, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text === '' ? null : parseJson(text),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
