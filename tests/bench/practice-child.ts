import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { parseJson } from '#shared/json.ts';
import type { PracticeNumber } from '#electron/practice/model.ts';
import { ROOT } from '../support/app.ts';

const ready = z.object({ url: z.string() });
const accepted = z.object({ at: z.number() });

/** A practice platform in a process of its own, so that it takes no time from whoever is measured. */
export interface PracticeChild {
  readonly url: string;
  tellWebhooksTo(url: string): Promise<void>;
  /** When each message was taken, in ms since 1970. */
  acceptedAt(): number[];
  stop(): Promise<void>;
}

export async function startPracticeChild(
  number: PracticeNumber,
  journal: string,
): Promise<PracticeChild> {
  const options = { numbers: [number], journal, speed: 1, connections: 4 };
  const script = join(ROOT, 'tests/support/practice-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  const { url } = ready.parse(parseJson(first.value ?? '{}'));
  return {
    url,
    async tellWebhooksTo(callback) {
      child.stdin.write(`${JSON.stringify({ do: 'callback', url: callback })}\n`);
      await lines.next();
    },
    acceptedAt: () =>
      readFileSync(journal, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => accepted.parse(parseJson(line)).at),
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
