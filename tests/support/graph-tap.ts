import { createServer } from 'node:http';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { JsonObject } from '#shared/json.ts';
import { readBody, readUpload } from '#electron/practice/http.ts';
import type { UploadedFile } from '#electron/practice/http.ts';

/** Stands before a Graph server and keeps what goes to it. */
export interface GraphTap {
  readonly url: string;
  /** What was POSTed to `/messages`, receipts too, in the order in which it came. */
  readonly messages: readonly JsonObject[];
  readonly uploads: readonly UploadedFile[];
  stop(): Promise<void>;
}

export async function startGraphTap(target: string): Promise<GraphTap> {
  const messages: JsonObject[] = [];
  const uploads: UploadedFile[] = [];

  async function keep(path: string, body: Buffer, type: string): Promise<void> {
    if (path.endsWith('/messages')) {
      const message = parseJson(body.toString('utf8'));
      if (isJsonObject(message)) messages.push(message);
    }
    if (path.endsWith('/media')) {
      const upload = await readUpload(body, type);
      if (upload.ok) uploads.push(upload.file);
    }
  }

  const server = createServer((request, response) => {
    async function pass(): Promise<void> {
      const { method = 'GET', url = '/', headers } = request;
      const body = (await readBody(request, 200_000_000)) ?? Buffer.alloc(0);
      const type = headers['content-type'] ?? '';
      await keep(url.replace(/\?.*$/, ''), body, type);
      const answer = await fetch(target + url, {
        method,
        headers: { authorization: headers.authorization ?? '', 'content-type': type },
        ...(method === 'POST' && { body: new Uint8Array(body) }),
      });
      const kind = answer.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, { 'content-type': kind });
      // Files are fetched here too: a token is shown to no other host.
      response.end(kind.includes('json') ? bytes.toString().replaceAll(target, own()) : bytes);
    }
    pass().catch(() => response.destroy());
  });
  function own(): string {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The tap has no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: own(),
    messages,
    uploads,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
