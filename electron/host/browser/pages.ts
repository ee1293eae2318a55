import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, SAFETY_HEADERS } from '../content-security.ts';
import { readRendererFile } from '../renderer-files.ts';
import type { RendererFile } from '../renderer-files.ts';
import { isLaunchToken } from './launch-token.ts';
import { REFUSAL_PAGE } from './refusal-page.ts';

export interface PagesDeps {
  /** Folder of the built renderer. */
  readonly rendererDir: string;
  /** The built script that provides `window.frontdesk` in a browser. */
  readonly bridgeFile: string;
  readonly token: string;
  /** Opens files of messages, and nothing else, for this launch. */
  readonly mediaKey: string;
}

const BRIDGE_PATH = '/bridge.js';

/**
 * Serves the page to whoever knows the token of this launch. The token stays in the page's
 * address: a reload keeps working, and unlike a cookie it goes to no other port of this machine.
 * Scripts and styles hold no secret and are served without it.
 *
 * @param host `127.0.0.1:PORT`; a request that names another is not meant for us (DNS rebinding)
 */
export async function answerPage(
  deps: PagesDeps,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.host !== host) return refuse(response, 421, 'Misdirected Request');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Method Not Allowed');
  }
  const target = request.url ?? '/';
  const url = URL.canParse(target, `http://${host}`)
    ? new URL(target, `http://${host}`)
    : undefined;
  if (url?.host !== host) return refuse(response, 400, 'Bad Request');
  const file = await find(deps, url.pathname);
  if (file === undefined) return refuse(response, 404, 'Not Found');

  const isPage = file.contentType.startsWith('text/html');
  if (!isPage) return send(response, 200, file, host);
  if (!isLaunchToken(deps.token, url.searchParams.get('token'))) {
    return send(response, 401, page(REFUSAL_PAGE), host);
  }
  return send(response, 200, page(withBridge(file.content.toString('utf8'), deps.mediaKey)), host);
}

async function find(deps: PagesDeps, path: string): Promise<RendererFile | undefined> {
  if (path !== BRIDGE_PATH) return await readRendererFile(deps.rendererDir, path);
  return {
    content: await readFile(deps.bridgeFile),
    contentType: 'text/javascript; charset=utf-8',
    cacheControl: 'no-store',
  };
}

/** Modules run in the order of the page, so the app finds `window.frontdesk` in place. */
function withBridge(html: string, mediaKey: string): string {
  const withScript = html.replace(
    /<script type="module"/,
    `<meta name="frontdesk-media" content="${mediaKey}" />
    <script type="module" src="${BRIDGE_PATH}"></script>\n    $&`,
  );
  if (withScript === html) throw new Error('The built page has no module script.');
  return withScript;
}

function page(html: string): RendererFile {
  return {
    content: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'no-store',
  };
}

function send(response: ServerResponse, status: number, file: RendererFile, host: string): void {
  response
    .writeHead(status, {
      ...SAFETY_HEADERS,
      // Not every browser counts ws: as the page's own origin.
      'Content-Security-Policy': contentSecurityPolicy([`ws://${host}`]),
      'Content-Type': file.contentType,
      'Content-Length': file.content.byteLength,
      'Cache-Control': file.cacheControl,
    })
    .end(response.req.method === 'HEAD' ? undefined : file.content);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response
    .writeHead(status, {
      ...SAFETY_HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      // Whatever body came along is not read.
      Connection: 'close',
    })
    .end(`${reason}\n`);
}
