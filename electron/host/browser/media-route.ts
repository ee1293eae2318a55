import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { MediaShelf } from '../../media/served-file.ts';
import { SAFETY_HEADERS } from '../content-security.ts';
import { isLaunchToken } from './launch-token.ts';

const ROUTE = /^\/media\/([\w-]+)\/(\d+)(\?download)?$/;

export function isMediaPath(url: string | undefined): boolean {
  return url?.startsWith('/media/') === true;
}

interface Dependencies {
  readonly media: Pick<MediaShelf, 'answer'>;
  /** The page got it with its own address; pictures can't send headers, so it stands in the path. */
  readonly mediaKey: string;
}

/**
 * Serves the files of messages to our own page. Two things must be right: the key of this launch,
 * which only the page was given and which opens nothing else, and that no other site asks, which the
 * browser itself says (`Sec-Fetch-Site`).
 *
 * @param host `127.0.0.1:PORT`; a request that names another is not meant for us (DNS rebinding)
 */
export async function answerMedia(
  { media, mediaKey }: Dependencies,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers } = request;
  if (headers.host !== host) return refuse(response, 421);
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405);
  const [, key, id = '', download] = ROUTE.exec(request.url ?? '') ?? [];
  if (!isLaunchToken(mediaKey, key) || isForeign(headers['sec-fetch-site'])) {
    return refuse(response, 404);
  }
  const answer = await media.answer({
    id,
    range: headers.range,
    isDownload: download !== undefined,
  });
  response.writeHead(answer.status, { ...SAFETY_HEADERS, ...answer.headers });
  if (answer.open === null || method === 'HEAD') {
    response.end();
    return;
  }
  // A player that has enough closes the connection in the middle; that is no failure.
  await pipeline(answer.open(), response).catch(() => response.destroy());
}

/** `none` is the owner's own doing: an address opened by hand. */
function isForeign(site: string | string[] | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function refuse(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { ...SAFETY_HEADERS, 'Cache-Control': 'no-store', Connection: 'close' })
    .end();
}
