import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MediaShelf } from '../../media/served-file.ts';
import { answerBare, isOurPage, sendFile } from './media-door.ts';

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
 * Serves the files of messages to our own page.
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
  if (headers.host !== host) return answerBare(response, 421);
  if (method !== 'GET' && method !== 'HEAD') return answerBare(response, 405);
  const [, key, id = '', download] = ROUTE.exec(request.url ?? '') ?? [];
  if (!isOurPage(request, mediaKey, key)) return answerBare(response, 404);
  const answer = await media.answer({
    id,
    range: headers.range,
    isDownload: download !== undefined,
  });
  await sendFile(answer, request, response);
}
