import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { EventEnvelope } from '#shared/events.ts';
import type { Core } from '../../core.ts';
import type { Log } from '../../log.ts';
import { isLaunchToken } from './launch-token.ts';

const PROTOCOL = 'frontdesk';
const MAX_FRAME_BYTES = 16 * 1024 * 1024;
/** A tab that leaves this much unread is cut off; it comes back and asks for everything anew. */
const MAX_UNREAD_BYTES = 8 * 1024 * 1024;

/** Close code of the WebSocket protocol (RFC 6455 §7.4.1). */
const POLICY_VIOLATION = 1008;

const frameSchema = z.strictObject({
  id: z.int().positive(),
  command: z.string(),
  input: z.unknown(),
});

export interface SocketDoorDeps {
  readonly core: Pick<Core, 'router' | 'subscribe'>;
  readonly token: string;
  readonly log: Log;
}

/** Lets tabs of our own page talk to the core, as many as the owner opens. */
export interface SocketDoor {
  /** @param host `127.0.0.1:PORT`, the only name under which the page is served */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, host: string): void;
  close(): void;
}

export function openSocketDoor({ core, token, log }: SocketDoorDeps): SocketDoor {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols: () => PROTOCOL,
  });
  server.on('connection', (client) => {
    client.on('error', (error) => log.warn({ error }, 'a tab broke the protocol and was cut off'));
    client.on('message', (data, isBinary) => {
      void answerFrame(core, client, data, isBinary);
    });
  });
  const unsubscribe = core.subscribe((event) => broadcast(server, event));

  return {
    upgrade(request, socket, head, host) {
      socket.on('error', () => socket.destroy());
      const refusal = refusalOf(request, host, token);
      if (refusal !== undefined) {
        socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => {
        server.emit('connection', client, request);
      });
    },
    close() {
      unsubscribe();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function refusalOf(request: IncomingMessage, host: string, token: string): string | undefined {
  if (request.headers.host !== host) return '421 Misdirected Request';
  if (request.url !== '/ws') return '404 Not Found';
  if (request.headers.origin !== `http://${host}`) return '401 Unauthorized';
  const [protocol, given] = protocols(request);
  const isOurs = protocol === PROTOCOL && isLaunchToken(token, given);
  return isOurs ? undefined : '401 Unauthorized';
}

function protocols(request: IncomingMessage): readonly string[] {
  return request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
}

async function answerFrame(
  core: Pick<Core, 'router'>,
  client: WebSocket,
  data: RawData,
  isBinary: boolean,
): Promise<void> {
  const frame = isBinary ? undefined : parseFrame(data);
  if (frame === undefined) {
    client.close(POLICY_VIOLATION, 'A frame must be {"id","command","input"} as JSON text.');
    return;
  }
  const result = await core.router.handle(frame.command, frame.input);
  client.send(JSON.stringify({ id: frame.id, result }), ignoreGone);
}

function parseFrame(data: RawData): z.infer<typeof frameSchema> | undefined {
  try {
    return frameSchema.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : ''));
  } catch {
    return undefined;
  }
}

function broadcast(server: WebSocketServer, event: EventEnvelope): void {
  if (server.clients.size === 0) return;
  const frame = JSON.stringify({ event });
  for (const client of server.clients) {
    if (client.bufferedAmount > MAX_UNREAD_BYTES) client.terminate();
    else client.send(frame, ignoreGone);
  }
}

/** A tab may be closed while its answer is on the way; without a callback `ws` would throw. */
function ignoreGone(): void {}
