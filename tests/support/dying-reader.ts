import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';

/** A reading thread that dies of “once” the first time and of “always” every time. */
const { file } = z.object({ file: z.string() }).parse(workerData);
const marker = `${file}.died`;

const request = z.object({
  id: z.int(),
  task: z.object({ input: z.object({ text: z.string() }) }),
});

parentPort?.on('message', (message) => {
  const { id, task } = request.parse(message);
  const isFirst = !existsSync(marker);
  writeFileSync(marker, '');
  if (task.input.text === 'always' || (task.input.text === 'once' && isFirst)) process.exit(1);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ id, output: task.input.text });
});
