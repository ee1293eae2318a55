import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { MediaAnswer } from '../../media/served-file.ts';
import { SAFETY_HEADERS } from '../content-security.ts';
import { isLaunchToken } from './launch-token.ts';

/**
 * Whether our own page asks. Two things must be right: the key of this launch, which only the page
 * was given and which opens nothing but files, and that no other site asks, which the browser itself
 * says (`Sec-Fetch-Site`).
 */
export function isOurPage(
  { headers }: IncomingMessage,
  mediaKey: string,
  given: string | undefined,
): boolean {
  return isLaunchToken(mediaKey, given) && !isForeign(headers['sec-fetch-site']);
}

/** `none` is the owner's own doing: an address opened by hand. */
function isForeign(site: string | string[] | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

export async function sendFile(
  answer: MediaAnswer,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(answer.status, { ...SAFETY_HEADERS, ...answer.headers });
  if (answer.open === null || method === 'HEAD') {
    response.end();
    return;
  }
  // A player that has enough closes the connection in the middle; that is no failure.
  await pipeline(answer.open(), response).catch(() => response.destroy());
}

/** Answers without a body; whatever is still on its way in is not read. */
export function answerBare(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { ...SAFETY_HEADERS, 'Cache-Control': 'no-store', Connection: 'close' })
    .end();
}
