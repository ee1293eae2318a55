import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { systemClock } from '#electron/clock.ts';
import { runCommandLine } from '#electron/command-line/run.ts';
import { silentLog } from '#electron/log.ts';
import { parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';

const CLI = join(import.meta.dirname, '..', '..', 'electron', 'cli.ts');

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the one JSON value that it must be. */
  json(): Json;
}

interface Given {
  readonly stdin?: string;
  readonly graphUrl?: string;
}

export interface TestHome {
  readonly path: string;
  /** Runs a command on this home, without a process of its own. */
  run(args: readonly string[], given?: Given): Promise<Ran>;
  /** Runs a command on this home as the owner would: a program with its own input and output. */
  start(args: readonly string[], given?: Given): Promise<Ran>;
  /** The names of files in which these bytes stand, whatever else is in them. */
  filesWith(bytes: string): Promise<string[]>;
  remove(): Promise<void>;
}

export async function makeHome(): Promise<TestHome> {
  const path = await mkdtemp(join(tmpdir(), 'frontdesk-home-'));
  return {
    path,
    run: (args, given) => runHere([...args, '--home', path], given),
    start: (args, given) => runCli([...args, '--home', path], given),
    async filesWith(bytes) {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const found = await Promise.all(
        files.map(async ({ name, parentPath }) =>
          (await readFile(join(parentPath, name))).includes(bytes) ? [name] : [],
        ),
      );
      return found.flat();
    },
    remove: () => rm(path, { recursive: true }),
  };
}

const NOWHERE = 'http://127.0.0.1:9';

async function runHere(
  args: readonly string[],
  { stdin = '', graphUrl = NOWHERE }: Given = {},
): Promise<Ran> {
  const outcome = await runCommandLine(args, {
    environment: { FRONTDESK_GRAPH_URL: graphUrl },
    platform: process.platform,
    stdin: Readable.from([stdin]),
    clock: systemClock,
    log: silentLog,
    fetch,
  });
  return { ...outcome, json: () => parseJson(outcome.stdout) };
}

function runCli(
  args: readonly string[],
  { stdin = '', graphUrl = NOWHERE }: Given = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: { PATH: process.env['PATH'], FRONTDESK_GRAPH_URL: graphUrl },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (exitCode) =>
      resolve({ exitCode, stdout, stderr, json: () => parseJson(stdout) }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

export interface FakeGraph {
  readonly url: string;
  readonly requests: readonly Pick<IncomingMessage, 'url' | 'headers'>[];
  close(): Promise<void>;
}

/** Answers for one number as Meta does, or refuses every token. */
export async function serveGraph(token: string): Promise<FakeGraph> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answerFor(request, token);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerFor({ url = '', headers }: IncomingMessage, token: string) {
  if (headers.authorization !== `Bearer ${token}`) {
    const error = { message: 'Error validating access token', type: 'OAuthException', code: 190 };
    return { status: 401, body: { error } };
  }
  const path = url.split('?')[0];
  if (path === '/v26.0/106540352242922') {
    return {
      status: 200,
      body: {
        id: '106540352242922',
        display_phone_number: '+1 555-123-4567',
        verified_name: 'Shop',
      },
    };
  }
  if (path === '/v26.0/102290129340398') return { status: 200, body: { id: '102290129340398' } };
  return { status: 200, body: { data: [{ id: '106540352242922' }] } };
}
