import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { Downloads, sha256 } from '../support/downloads.ts';

const FILE = Buffer.alloc(200_000, 'The price list of this year. ');

/** Describes a file truly, and gives it the first time as `give` does. */
async function downloadsFrom(give: (response: ServerResponse) => void): Promise<Downloads> {
  let times = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/file') {
      const url = `http://${request.headers.host ?? ''}/file`;
      const size = String(FILE.length);
      response.end(JSON.stringify({ id: '1', url, sha256: sha256(FILE), file_size: size }));
      return;
    }
    times += 1;
    if (times === 1) give(response);
    else response.end(FILE);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Downloads(addressOf(server));
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

it.each<readonly [string, (response: ServerResponse) => void]>([
  [
    'resets the connection in the middle',
    (response) => {
      response.writeHead(200, { 'content-length': FILE.length });
      response.write(FILE.subarray(0, 90_000), () => response.socket?.resetAndDestroy());
    },
  ],
  [
    'announces more than it gives',
    (response) => {
      response.writeHead(200, { 'content-length': FILE.length + 5_000 });
      response.write(FILE, () => response.socket?.end());
    },
  ],
  [
    'announces less than it gives',
    (response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.end(FILE.subarray(0, 1_000));
    },
  ],
  [
    'announces nothing and ends early',
    (response) => {
      response.write(FILE.subarray(0, 90_000), () => response.end());
    },
  ],
  [
    'gives more than there is',
    (response) => {
      response.end(Buffer.concat([FILE, FILE]));
    },
  ],
  [
    'gives as many other bytes',
    (response) => {
      response.end(Buffer.alloc(FILE.length));
    },
  ],
])('nothing of a file is kept from a server that %s, and then all of it', async (_what, give) => {
  const downloads = await downloadsFrom(give);
  const { messageId } = downloads.want('1', { mimeType: 'text/plain' });
  await downloads.run();
  expect(downloads.file(messageId)).toMatchObject({ state: 'wanted' });
  expect(downloads.file(messageId)?.problem).toMatch(/^[A-Z].*\.$/);
  expect([downloads.kept(), downloads.leftovers()]).toEqual([[], []]);
  await downloads.run();
  expect(downloads.file(messageId)).toMatchObject({ state: 'present', problem: null });
  expect(downloads.kept()).toEqual([sha256(FILE)]);
});

it('a document with nothing in it is kept when that is what Meta announced', async () => {
  const nothing = Buffer.alloc(0);
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host ?? ''}/file`;
    const description = { id: '1', url, sha256: sha256(nothing), file_size: '0' };
    response.end(request.url === '/file' ? nothing : JSON.stringify(description));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const downloads = new Downloads(addressOf(server));
  const { messageId } = downloads.want('1', { mimeType: 'text/plain', filename: 'Empty.txt' });
  await downloads.run();
  expect(downloads.file(messageId)).toMatchObject({ state: 'present', bytes: 0, shownAs: null });
});
