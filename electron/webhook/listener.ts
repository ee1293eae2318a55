import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { listenOnLoopback } from '../loopback.ts';
import type { PortChoice } from '../loopback.ts';
import type { Store } from '../store/store.ts';
import { createInbox } from './inbox.ts';
import type { Inbox } from './inbox.ts';
import { createMemoryBudget, readBody } from './request-body.ts';
import { createSecretCache } from './secret-cache.ts';
import type { SecretCache } from './secret-cache.ts';
import { isSignedByOneOf, parseSignature } from './signature.ts';
import { isVerifyToken } from './verify-token.ts';

export interface ListenerDeps {
  readonly store: Store;
  /** The app secrets of all active accounts. */
  readonly appSecrets: () => Promise<readonly string[]>;
  readonly clock: Clock;
  readonly log: Log;
  readonly port: PortChoice;
  /** Called after new deliveries are on disk. */
  readonly onStored: () => void;
}

export interface Listener {
  /** `http://127.0.0.1:PORT/webhook` */
  readonly url: string;
  readonly port: number;
  /** No new deliveries; those at hand are answered first. */
  close(): Promise<void>;
}

/** Meta sends 3 MB at most. Source: meta-platform §2.1. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const MAX_BODIES_BYTES = 64 * 1024 * 1024;
const SLOW_SENDER_MS = 15_000;
const IDLE_CONNECTION_MS = 30_000;
const CLOSING_MS = 2_000;

/**
 * The only server that a tunnel may reach: it listens to Meta, stores, and says so.
 * Routes and answers: interfaces §2.
 *
 * Throws as `listenOnLoopback` does when the port is taken.
 */
export async function startListener(deps: ListenerDeps): Promise<Listener> {
  const door: Door = {
    ...deps,
    inbox: createInbox(deps),
    secrets: createSecretCache(deps),
    budget: createMemoryBudget(MAX_BODIES_BYTES),
  };
  const server = createServer(
    {
      requestTimeout: SLOW_SENDER_MS,
      headersTimeout: SLOW_SENDER_MS,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: IDLE_CONNECTION_MS,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      answer(door, request, response).catch((error: unknown) => {
        deps.log.error({ error }, 'A webhook could not be stored. Meta will send it again.');
        reply(response, 500);
      });
    },
  );
  server.maxConnections = 512;
  server.maxHeadersCount = 100;
  const port = await listenOnLoopback(server, deps.port);
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
      await closed;
      clearTimeout(timer);
      door.secrets.close();
    },
  };
}

interface Door extends ListenerDeps {
  readonly inbox: Inbox;
  readonly secrets: SecretCache;
  readonly budget: ReturnType<typeof createMemoryBudget>;
}

async function answer(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const nonce = /^\/health\/([\w-]{1,128})$/.exec(path)?.[1];
  if (path === '/webhook') {
    if (request.method === 'POST') return takeDelivery(door, request, response);
    if (request.method === 'GET') return shakeHands(door, new URLSearchParams(query), response);
    return reply(response, 405, '', { allow: 'GET, POST' });
  }
  if (nonce === undefined) return reply(response, 404);
  if (request.method !== 'GET') return reply(response, 405, '', { allow: 'GET' });
  return reply(response, 200, nonce);
}

/** Source: meta-platform §2.1, "Handshake". */
function shakeHands(door: Door, query: URLSearchParams, response: ServerResponse): void {
  const token = query.get('hub.verify_token');
  const challenge = query.get('hub.challenge');
  const isMeta =
    query.get('hub.mode') === 'subscribe' &&
    token !== null &&
    challenge !== null &&
    isVerifyToken(door.store, token);
  if (isMeta) reply(response, 200, challenge);
  else reply(response, 403);
}

async function takeDelivery(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES, door.budget);
  switch (body.kind) {
    case 'aborted':
      return;
    case 'too_large':
      return reply(response, 413, '', { connection: 'close' });
    case 'no_room':
      return reply(response, 503, '', { connection: 'close' });
    case 'whole':
      return takeBody(door, body.bytes, signatureOf(request), response);
  }
}

async function takeBody(
  door: Door,
  body: Buffer,
  header: string | undefined,
  response: ServerResponse,
): Promise<void> {
  const signature = parseSignature(header);
  if (signature !== null && (await isOurs(door, body, signature))) {
    await door.inbox.keep(body);
    return reply(response, 200);
  }
  const why =
    header === undefined
      ? 'It is not signed.'
      : signature === null
        ? 'Its signature has not the form of one.'
        : 'It is signed with the app secret of no active account.';
  await door.inbox.quarantine(body, why);
  return reply(response, 401);
}

async function isOurs(door: Door, body: Buffer, signature: Buffer): Promise<boolean> {
  const known = await door.secrets.get();
  if (isSignedByOneOf(known, body, signature)) return true;
  const fresh = await door.secrets.refresh();
  return fresh !== known && isSignedByOneOf(fresh, body, signature);
}

function signatureOf(request: IncomingMessage): string | undefined {
  const header = request.headers['x-hub-signature-256'];
  return Array.isArray(header) ? header[0] : header;
}

function reply(
  response: ServerResponse,
  status: number,
  text = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}
