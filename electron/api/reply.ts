import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from './problem.ts';
import type { Answer, FileAnswer } from './route.ts';

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

export async function sendAnswer(
  response: ServerResponse,
  answer: Answer | FileAnswer,
): Promise<void> {
  if ('json' in answer) {
    response.writeHead(answer.status, { ...HEADERS, 'content-type': 'application/json' });
    response.end(answer.json);
    return;
  }
  const { status, headers, open } = answer;
  response.writeHead(status, { ...HEADERS, ...headers });
  if (open === null || response.req.method === 'HEAD') response.end();
  // Whoever has enough closes the connection in the middle; that is no failure.
  else await pipeline(open(), response).catch(() => response.destroy());
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
