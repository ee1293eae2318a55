import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const ready = z.object({ kind: z.literal('ready'), webhookUrl: z.string(), apiUrl: z.string() });

const reading = z.object({
  kind: z.literal('read'),
  /** Milliseconds that the loop was late. */
  p99: z.number(),
  max: z.number(),
  /** Megabytes. */
  rss: z.number(),
});
export type Reading = z.infer<typeof reading>;

export interface CoreUnderLoad {
  readonly webhookUrl: string;
  /** Forgets the loop delay so far. */
  reset(): Promise<void>;
  read(): Promise<Reading>;
  stop(): Promise<void>;
}

/** @param graphUrl of the platform that it sends to */
export async function startCoreUnderLoad(home: string, graphUrl?: string): Promise<CoreUnderLoad> {
  const args = graphUrl === undefined ? [home] : [home, graphUrl];
  const child = fork(join(import.meta.dirname, 'core-process.ts'), args);
  const { webhookUrl } = ready.parse(await nextMessage(child));
  return {
    webhookUrl,
    async reset() {
      child.send('reset');
      await nextMessage(child);
    },
    async read() {
      child.send('read');
      return reading.parse(await nextMessage(child));
    },
    async stop() {
      child.send('stop');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The measured core ended early.');
  });
  const parts: readonly unknown[] = await Promise.race([once(child, 'message'), ended]);
  return parts[0];
}
