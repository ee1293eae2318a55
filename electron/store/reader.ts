import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { answerTask } from './reader-tasks.ts';
import type { ReaderAnswer, ReaderRequest, Task, TaskName, TaskOutputs } from './reader-tasks.ts';
import type { Reader } from './store.ts';

/** Answers what may take longer than the main loop can wait. */
export interface BackgroundReader {
  /**
   * Of the questions in one lane only the latest counts: one that still waits when the next comes is
   * answered with undefined. Without a lane every question is answered.
   */
  ask<N extends TaskName>(task: Task<N>, lane?: string): Promise<TaskOutputs[N] | undefined>;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: ReaderRequest;
  readonly lane: string | undefined;
  readonly answer: (output: TaskOutputs[TaskName] | undefined) => void;
  readonly fail: (error: Error) => void;
  /** How often a worker has died over it. */
  readonly deaths: number;
}

interface Dependencies {
  /** Path of the database. */
  readonly file: string;
  readonly onCrash: (reason: unknown) => void;
  /** The thread's program, where it is not the one beside this file. */
  readonly program?: string;
}

/** Starts the reading thread. When it dies it is started again, and asked the same once more. */
export function startReader({ file, onCrash, program }: Dependencies): BackgroundReader {
  let worker: Worker | undefined;
  let running: Waiting | undefined;
  let queue: Waiting[] = [];
  let lastId = 0;
  let isClosed = false;

  function start(): Worker {
    const started = new Worker(program ?? workerFile(), { workerData: { file } });
    started.on('message', (answer: ReaderAnswer) => settle(answer));
    started.on('error', onCrash);
    started.on('exit', (exitCode) => {
      if (worker !== started || isClosed) return;
      onCrash(exitCode);
      replace();
    });
    return started;
  }

  function replace(): void {
    worker = undefined;
    const asked = running;
    running = undefined;
    if (asked === undefined) return;
    if (asked.deaths > 0) asked.fail(new Error('The reading thread ended over a question.'));
    else queue.unshift({ ...asked, deaths: 1 });
    next();
  }

  function settle(answer: ReaderAnswer): void {
    const asked = running;
    if (asked === undefined || asked.request.id !== answer.id) return;
    running = undefined;
    if ('error' in answer) asked.fail(new Error(answer.error));
    else asked.answer(answer.output);
    next();
  }

  function next(): void {
    if (running !== undefined) return;
    running = queue.shift();
    if (running === undefined) return;
    worker ??= start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(running.request);
  }

  function leaveLane(lane: string): void {
    for (const waiting of queue) if (waiting.lane === lane) waiting.answer(undefined);
    queue = queue.filter((waiting) => waiting.lane !== lane);
  }

  worker = start();
  return {
    async ask<N extends TaskName>(task: Task<N>, lane?: string) {
      if (isClosed) throw new Error('The reading thread was closed.');
      if (lane !== undefined) leaveLane(lane);
      lastId += 1;
      const request: ReaderRequest = { id: lastId, task };
      const output = await new Promise<TaskOutputs[TaskName] | undefined>((answer, fail) => {
        queue.push({ request, lane, answer, fail, deaths: 0 });
        next();
      });
      return asOutputOf<N>(output);
    },
    async close() {
      isClosed = true;
      for (const waiting of [...(running ? [running] : []), ...queue]) waiting.answer(undefined);
      [running, queue] = [undefined, []];
      await worker?.terminate();
    },
  };
}

/** The same answers from a connection at hand, for databases in memory, which no thread can share. */
export function inlineReader(db: Reader): BackgroundReader {
  return {
    ask: async <N extends TaskName>(task: Task<N>) => asOutputOf<N>(answerTask(db, task)),
    close: () => Promise.resolve(),
  };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which task it was
function asOutputOf<N extends TaskName>(
  output: TaskOutputs[TaskName] | undefined,
): TaskOutputs[N] | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of the task with this name, which answerTask gives by name too
  return output as TaskOutputs[N] | undefined;
}

/** Beside this file in the source; in a build beside the entries, one folder above its parts. */
function workerFile(): string {
  const here = import.meta.dirname;
  const places = ['reader-worker.ts', 'reader-worker.js', '../reader-worker.js'];
  const found = places.map((place) => join(here, place)).find((place) => existsSync(place));
  if (found === undefined) throw new Error('The reading thread’s program is missing; build again.');
  return found;
}
