import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importReading } from '#shared/contract-imports.ts';
import { FrontdeskError } from '#shared/errors.ts';
import { readableFile } from './read-file.ts';
import type { SheetAnswer, SheetRequest } from './sheet-thread.ts';

/** The thread that reads one spreadsheet: looks at it at once, and gives its rows when it is asked. */
const { path, reading } = z.object({ path: z.string(), reading: importReading }).parse(workerData);

function say(answer: SheetAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(answer);
}

function sayFailure(error: unknown): void {
  if (error instanceof FrontdeskError) {
    say({ kind: 'refused', code: error.code, message: error.message });
  } else {
    say({ kind: 'broken', message: String(error) });
  }
}

try {
  const file = await readableFile(path, reading);
  let rows: AsyncIterator<Extract<SheetAnswer, { kind: 'rows' }>['rows']> | undefined;
  parentPort?.on('message', (request: SheetRequest) => {
    if (request.kind === 'start') {
      rows = file.judge(request.columns, request.country)[Symbol.asyncIterator]();
    } else if (rows !== undefined) {
      rows
        .next()
        .then(
          (next) => say(next.done === true ? { kind: 'end' } : { kind: 'rows', rows: next.value }),
          sayFailure,
        );
    }
  });
  say({ kind: 'facts', facts: file.facts });
} catch (error) {
  sayFailure(error);
}
