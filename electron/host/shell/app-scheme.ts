import { join } from 'node:path';
import { app, protocol } from 'electron';
import type { Session } from 'electron';
import type { Core } from '../../core.ts';
import { APP_ORIGIN, FILES_PATH, MEDIA_SCHEME } from '../channels.ts';
import { readFileNote } from '#shared/file-door.ts';
import { contentSecurityPolicy, SAFETY_HEADERS } from '../content-security.ts';
import { readRendererFile } from '../renderer-files.ts';

const SCHEME = 'app';
const HOST = 'bundle';

/** The one page that the window shows and that the main process listens to. */
export function appUrl(): string {
  return developmentUrl() ?? `${APP_ORIGIN}/`;
}

/** What the page's own requests name as where they come from. */
export function appOrigin(): string {
  const page = new URL(appUrl());
  // Not `origin`: the URL standard says "null" for schemes that it does not know.
  return `${page.protocol}//${page.host}`;
}

/** `electron-vite dev` serves the renderer itself and says where. A packaged app never asks. */
function developmentUrl(): string | undefined {
  return app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
}

/** Electron takes privileges of schemes once, and only before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: MEDIA_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        corsEnabled: true,
      },
    },
  ]);
}

/** Answers `app://bundle/…` from the built renderer, takes the owner's files, and nothing else. */
export function serveAppScheme(session: Session, builtDir: string, files: Core['files']): void {
  const rendererDir = join(builtDir, 'renderer');
  session.protocol.handle(SCHEME, (request) => answer(request, rendererDir, files));
}

async function answer(
  request: Request,
  rendererDir: string,
  files: Core['files'],
): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== HOST) return refusal(404);
  if (url.pathname === FILES_PATH) return await takeFile(request, url, files);
  if (request.method !== 'GET') return refusal(405);
  const file = await readRendererFile(rendererDir, url.pathname);
  if (file === undefined) return refusal(404);
  return new Response(file.content, {
    headers: {
      ...SAFETY_HEADERS,
      'Content-Security-Policy': contentSecurityPolicy([`${MEDIA_SCHEME}:`], [`${MEDIA_SCHEME}:`]),
      'Content-Type': file.contentType,
      'Cache-Control': file.cacheControl,
    },
  });
}

/** Only from our own page: the browser says where a request with a body comes from. */
async function takeFile(request: Request, url: URL, files: Core['files']): Promise<Response> {
  if (request.method !== 'POST') return refusal(405);
  const note = readFileNote((key) => url.searchParams.get(key));
  if (request.headers.get('origin') !== APP_ORIGIN || note === undefined) return refusal(404);
  const body = request.body ?? new ReadableStream<Uint8Array>({ start: (end) => end.close() });
  return Response.json(await files.take(body, note), { headers: SAFETY_HEADERS });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SAFETY_HEADERS });
}

export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const ours = new URL(appUrl());
  // Not compared by `origin`: the URL standard says "null" for schemes that it does not know.
  return url.protocol === ours.protocol && url.host === ours.host;
}
