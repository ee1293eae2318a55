import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../../core.ts';
import type { Log } from '../../log.ts';
import { listenOnLoopback } from '../../loopback.ts';
import type { PortChoice } from '../../loopback.ts';
import { createLaunchToken } from './launch-token.ts';
import { answerFile, isFilePath } from './files-route.ts';
import { answerMedia, isMediaPath } from './media-route.ts';
import { answerPage } from './pages.ts';
import { answerPreview, isPreviewPath } from './preview-route.ts';
import { openSocketDoor } from './socket-door.ts';

export interface BrowserHostDeps {
  readonly core: Pick<Core, 'router' | 'subscribe' | 'media' | 'previews' | 'files'>;
  readonly port: PortChoice;
  readonly rendererDir: string;
  readonly bridgeFile: string;
  readonly log: Log;
}

export interface BrowserHost {
  /** Where the page is, with the token of this launch: `http://127.0.0.1:PORT/?token=…` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the app to browsers on this machine, and to nobody else. */
export async function serveBrowser({
  core,
  port: choice,
  rendererDir,
  bridgeFile,
  log,
}: BrowserHostDeps): Promise<BrowserHost> {
  const token = createLaunchToken();
  const mediaKey = createLaunchToken();
  const door = openSocketDoor({ core, token, log });
  let host = '';

  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url } = request;
    if (isFilePath(url)) return answerFile({ files: core.files, token }, host, request, response);
    if (isMediaPath(url)) {
      return answerMedia({ media: core.media, mediaKey }, host, request, response);
    }
    if (isPreviewPath(url)) {
      return answerPreview({ previews: core.previews, mediaKey }, host, request, response);
    }
    return answerPage({ rendererDir, bridgeFile, token, mediaKey }, host, request, response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ error }, 'the page could not be served');
      response.destroy();
    });
  });
  // A file of 100 MB on a busy machine takes its time; nothing else has a body that is waited for.
  server.requestTimeout = 600_000;
  server.headersTimeout = 5_000;
  server.on('upgrade', (request, socket, head) => door.upgrade(request, socket, head, host));

  const port = await listenOnLoopback(server, choice);
  host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}/?token=${token}`,
    close() {
      door.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
