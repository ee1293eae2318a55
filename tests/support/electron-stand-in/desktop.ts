import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../app.ts';
import type { Order, Reply } from './orders.ts';

export interface StandInDesktop {
  readonly pid: number;
  /** The ready line, parsed. */
  readonly ready: unknown;
  /** Has the outside world do something to the app; throws what the app throws. */
  order(order: Order): Promise<unknown>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
  readonly exitCode: Promise<number | null>;
}

/** Boots the real built main process with the stand-in for Electron, in a process of its own. */
export async function startDesktop(home: string): Promise<StandInDesktop> {
  const child = fork(
    join(ROOT, 'out', 'main', 'index.js'),
    ['--home', home, '--json', '--webhook-port', '0', '--api-port', '0'],
    {
      execArgv: ['--import', join(import.meta.dirname, 'register.ts')],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, FRONTDESK_LOG: 'warn' },
    },
  );
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const exitCode = once(child, 'exit').then(() => child.exitCode);
  if (child.stdout === null) throw new Error('The app has no standard output.');
  const lines = createInterface({ input: child.stdout });
  const ready = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    exitCode.then((code) => {
      throw new Error(`The app ended with ${code} before it was ready:\n${log}`);
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    ready: JSON.parse(ready),
    exitCode,
    kill: (signal) => child.kill(signal),
    async order(order) {
      const replied = new Promise<Reply>((resolve) => {
        child.once('message', (message) => resolve(readReply(message)));
      });
      child.send(order);
      const reply = await replied;
      if ('error' in reply) throw new Error(reply.error);
      return reply.value;
    },
  };
}

function readReply(message: unknown): Reply {
  if (typeof message !== 'object' || message === null) throw new Error('The app sent no reply.');
  if ('error' in message) return { error: String(message.error) };
  return { value: 'value' in message ? message.value : undefined };
}
