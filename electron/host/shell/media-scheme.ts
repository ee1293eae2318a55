import { Readable } from 'node:stream';
import type { Session } from 'electron';
import type { MediaShelf } from '../../media/served-file.ts';
import { MEDIA_SCHEME } from '../channels.ts';
import { appOrigin } from './app-scheme.ts';

const HOST = 'file';

/** Answers `app-media://file/ID` from the media folder. Only pages of this session can ask. */
export function serveMediaScheme(session: Session, media: Pick<MediaShelf, 'answer'>): void {
  session.protocol.handle(MEDIA_SCHEME, (request) => answer(request, media));
}

async function answer(request: Request, media: Pick<MediaShelf, 'answer'>): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== HOST) return new Response(null, { status: 404 });
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const { status, headers, open } = await media.answer({
    id: url.pathname.slice(1),
    range: request.headers.get('range') ?? undefined,
    isDownload: false,
  });
  const body = open === null ? null : Readable.toWeb(open());
  return new Response(body, { status, headers: { ...headers, ...readable() } });
}

/** The page draws the outline of a voice message from its file, so it must be allowed to see the bytes. */
function readable(): Record<string, string> {
  return { 'Access-Control-Allow-Origin': appOrigin() };
}
