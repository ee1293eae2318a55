import { Readable } from 'node:stream';
import type { Session } from 'electron';
import type { PreviewShelf } from '../../media/preview-shelf.ts';
import type { MediaAnswer, MediaShelf } from '../../media/served-file.ts';
import { MEDIA_SCHEME } from '../channels.ts';
import { appOrigin } from './app-scheme.ts';

interface Shelves {
  readonly media: Pick<MediaShelf, 'answer'>;
  readonly previews: PreviewShelf;
}

/**
 * Answers `app-media://file/ID` and `app-media://preview/ID` from the media folder, and takes
 * previews that the page has drawn. Only pages of this session can ask.
 */
export function serveMediaScheme(session: Session, shelves: Shelves): void {
  session.protocol.handle(MEDIA_SCHEME, (request) => answer(request, shelves));
}

async function answer(request: Request, { media, previews }: Shelves): Promise<Response> {
  const url = new URL(request.url);
  const id = url.pathname.slice(1);
  const { method } = request;
  if (url.host === 'file' && method === 'GET') {
    const range = request.headers.get('range') ?? undefined;
    return toResponse(await media.answer({ id, range, isDownload: false }));
  }
  if (url.host === 'preview' && method === 'GET') return toResponse(await previews.answer(id));
  if (url.host === 'preview' && method === 'POST') {
    const body = request.body ?? Readable.toWeb(Readable.from([]));
    return bare(await previews.take({ id, facts: url.searchParams, body }));
  }
  return bare(url.host === 'file' || url.host === 'preview' ? 405 : 404);
}

function toResponse({ status, headers, open }: MediaAnswer): Response {
  const body = open === null ? null : Readable.toWeb(open());
  return new Response(body, { status, headers: { ...headers, ...readable() } });
}

function bare(status: number): Response {
  return new Response(null, { status, headers: readable() });
}

/** The page draws small pictures and outlines of sounds from the files, so it must see their bytes. */
function readable(): Record<string, string> {
  return { 'Access-Control-Allow-Origin': appOrigin() };
}
