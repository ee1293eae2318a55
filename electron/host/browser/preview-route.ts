import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PreviewShelf } from '../../media/preview-shelf.ts';
import { answerBare, isOurPage, sendFile } from './media-door.ts';

const ROUTE = /^\/preview\/([\w-]+)\/(\d+)(?:\?([\w=&]{0,100}))?$/;

export function isPreviewPath(url: string | undefined): boolean {
  return url?.startsWith('/preview/') === true;
}

interface Dependencies {
  readonly previews: PreviewShelf;
  /** The key that opens files of messages. */
  readonly mediaKey: string;
}

/**
 * Gives small pictures of files to our own page, and takes those that it has drawn.
 *
 * @param host `127.0.0.1:PORT`; a request that names another is not meant for us (DNS rebinding)
 */
export async function answerPreview(
  { previews, mediaKey }: Dependencies,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers } = request;
  if (headers.host !== host) return answerBare(response, 421);
  const [, key, id = '', facts] = ROUTE.exec(request.url ?? '') ?? [];
  if (!isOurPage(request, mediaKey, key)) return answerBare(response, 404);
  if (method === 'GET' || method === 'HEAD') {
    return await sendFile(await previews.answer(id), request, response);
  }
  // Only a script of our page names this origin; a form of another site can't.
  const isOurs = headers.origin === `http://${host}`;
  if (method !== 'POST' || !isOurs) return answerBare(response, 405);
  const status = await previews.take({ id, facts: new URLSearchParams(facts), body: request });
  answerBare(response, status);
}
