import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Result } from '#shared/errors.ts';
import { readFileNote } from '#shared/file-door.ts';
import type { FileNote, TakenIn } from '#shared/file-door.ts';
import type { Core } from '../../core.ts';
import { SAFETY_HEADERS } from '../content-security.ts';
import { isLaunchToken } from './launch-token.ts';

const ROUTE = /^\/files\/([\w-]+)\?/;

export function isFilePath(url: string | undefined): boolean {
  return url?.startsWith('/files/') === true;
}

interface Dependencies {
  readonly files: Core['files'];
  readonly token: string;
}

/**
 * Takes the owner's files from our own page. It must know the token of this launch, and the browser
 * itself must say that no other site sends them: it names the origin of every POST.
 *
 * @param host `127.0.0.1:PORT`; a request that names another is not meant for us (DNS rebinding)
 */
export async function answerFile(
  { files, token }: Dependencies,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers, url = '' } = request;
  if (headers.host !== host) return refuse(response, 421);
  if (method !== 'POST') return refuse(response, 405);
  const isOurs = headers.origin === `http://${host}` && isLaunchToken(token, ROUTE.exec(url)?.[1]);
  const note = noteIn(url);
  if (!isOurs || note === undefined) return refuse(response, 404);
  tell(response, await files.take(request, note));
}

function noteIn(url: string): FileNote | undefined {
  const fields = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  return readFileNote((key) => fields.get(key));
}

function tell(response: ServerResponse, result: Result<TakenIn>): void {
  if (response.destroyed) return;
  response
    .writeHead(200, {
      ...SAFETY_HEADERS,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      // What is left of a file that was refused is not read.
      ...(!response.req.complete && { Connection: 'close' }),
    })
    .end(JSON.stringify(result));
}

function refuse(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { ...SAFETY_HEADERS, 'Cache-Control': 'no-store', Connection: 'close' })
    .end();
}
