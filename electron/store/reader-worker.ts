import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openReader } from './open-reader.ts';
import { answerTask } from './reader-tasks.ts';
import type { ReaderAnswer, ReaderRequest, Task } from './reader-tasks.ts';

/** The thread that reads what would hold up the main loop. It can't write: SQLite refuses it. */
const { file } = z.object({ file: z.string() }).parse(workerData);
const db = openReader(file);

parentPort?.on('message', ({ id, task }: ReaderRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(answer(id, task));
});

function answer(id: number, task: Task): ReaderAnswer {
  try {
    return { id, output: answerTask(db, task) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
