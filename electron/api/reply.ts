import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from './problem.ts';
import type { Answer } from './route.ts';

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

export function sendAnswer(response: ServerResponse, { status, json }: Answer): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' });
  response.end(json);
}

export function sendProblem(response: ServerResponse, { status, headers, body }: Problem): void {
  response.writeHead(status, {
    ...HEADERS,
    ...headers,
    'content-type': 'application/problem+json',
  });
  response.end(JSON.stringify(body));
}

/** For what is not even HTTP, where there is a socket but no response. */
export function endWithProblem(socket: Duplex, { status, body }: Problem): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const json = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(json)}\r\nconnection: close\r\n\r\n${json}`,
  );
}
