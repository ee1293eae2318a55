import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { SHOP } from './webhooks.ts';

/** The project's root: where package.json is. */
export const ROOT = join(import.meta.dirname, '..', '..');

const CABLE_PULLED = pathToFileURL(join(import.meta.dirname, 'cable-pulled.ts')).href;
const TURNED_CLOCK = pathToFileURL(join(import.meta.dirname, 'turned-clock.ts')).href;

const readyLine = z.object({
  ready: z.literal(true),
  mode: z.enum(['desktop', 'browser']),
  ui: z.string().nullable(),
  webhook: z.string(),
  api: z.string(),
  home: z.string(),
  pid: z.int(),
  version: z.string(),
});

/** What the ready line says; `ui` is null in desktop mode. */
export type Ready = z.infer<typeof readyLine>;

export interface RunningApp extends Ready {
  readonly ui: string;
  /** Everything it wrote on standard error so far. */
  readonly log: () => string;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
}

/** A data folder of one test's own; removed when the test is done. */
export class Home implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'frontdesk-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface AppOptions {
  readonly practice?: boolean;
  readonly graphUrl?: string;
  /** It may be connected to, and reaches nothing itself. */
  readonly isCablePulled?: boolean;
  /** A file that says by how many milliseconds its clock runs ahead; it may change meanwhile. */
  readonly clockFile?: string;
}

/** Starts the real app in browser mode on free ports and waits for its ready line. */
export async function startApp(home: string, options: AppOptions = {}): Promise<RunningApp> {
  const args = ['electron/start.ts', '--browser', '--json', '--no-open', '--home', home];
  args.push('--port', '0', '--webhook-port', '0', '--api-port', '0');
  if (options.practice === true) args.push('--practice');
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      FRONTDESK_LOG: 'info',
      ...(options.graphUrl === undefined ? {} : { FRONTDESK_GRAPH_URL: options.graphUrl }),
      ...(options.isCablePulled === true && { NODE_OPTIONS: `--import=${CABLE_PULLED}` }),
      ...(options.clockFile !== undefined && {
        NODE_OPTIONS: `--import=${TURNED_CLOCK}`,
        FRONTDESK_TEST_CLOCK: options.clockFile,
      }),
    },
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const ready = await readReadyLine(child, () => log);
  if (ready.ui === null) throw new Error('Browser mode gave no address.');
  return {
    ...ready,
    ui: ready.ui,
    log: () => log,
    async stop() {
      child.kill('SIGTERM');
      return await exited(child);
    },
    async kill() {
      process.kill(ready.pid, 'SIGKILL');
      await exited(child);
    },
  };
}

/** @param log what the app wrote on standard error, for the message when it ends early */
export async function readReadyLine(child: ChildProcess, log: () => string): Promise<Ready> {
  return readyLine.parse(JSON.parse(await firstLine(child, log)));
}

async function firstLine(child: ChildProcess, log: () => string): Promise<string> {
  if (child.stdout === null) throw new Error('The app has no standard output.');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`Frontdesk ended before it was ready:\n${log()}`);
  });
  const line = once(lines, 'line').then(([text]) => String(text));
  return await Promise.race([line, ended]);
}

export async function exited(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of the command line to its end. */
export function frontdesk(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { exitCode: status, stdout, stderr };
}

/** What an owner brings from Meta: ids that webhooks name, and two secrets. */
export const TEST_ACCOUNT = {
  ...SHOP,
  displayPhoneNumber: `+${SHOP.displayPhoneNumber}`,
  accessToken: 'EAAtest-access-token-3f9c1b7d5e2a',
} as const;

/** Adds the account as an owner would: secrets in files, nothing on the command line. */
export function addTestAccount(
  home: string,
  account: { readonly name?: string; readonly phoneNumberId?: string } = {},
): CommandResult {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-secrets-'));
  const [tokenFile, secretFile] = [join(folder, 'token'), join(folder, 'secret')];
  writeFileSync(tokenFile, `${TEST_ACCOUNT.accessToken}\n`);
  writeFileSync(secretFile, `${TEST_ACCOUNT.appSecret}\n`);
  try {
    const options = {
      home,
      name: account.name ?? 'Casa Verde',
      'phone-number-id': account.phoneNumberId ?? TEST_ACCOUNT.phoneNumberId,
      'waba-id': TEST_ACCOUNT.wabaId,
      'display-phone-number': TEST_ACCOUNT.displayPhoneNumber,
      'verify-token': TEST_ACCOUNT.verifyToken,
      'access-token-file': tokenFile,
      'app-secret-file': secretFile,
    };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    return frontdesk(['account', 'add', '--json', '--offline', ...words]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
