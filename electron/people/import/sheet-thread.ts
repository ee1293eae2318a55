import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CountryCode } from 'libphonenumber-js/max';
import { FrontdeskError } from '#shared/errors.ts';
import type { ErrorCode } from '#shared/errors.ts';
import type { ImportReading } from '#shared/models/contact-import.ts';
import type { Column } from './columns.ts';
import type { JudgedRow } from './judge-row.ts';
import type { FileFacts } from './read-file.ts';

export type SheetRequest =
  | {
      readonly kind: 'start';
      readonly columns: readonly Column[];
      readonly country: CountryCode | null;
    }
  | { readonly kind: 'next' };

export type SheetAnswer =
  | { readonly kind: 'facts'; readonly facts: FileFacts }
  | { readonly kind: 'rows'; readonly rows: readonly JudgedRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'broken'; readonly message: string };

/** A spreadsheet that a thread of its own has open. */
export interface OpenFile {
  readonly facts: FileFacts;
  /** The thread reads the next rows only when they are asked for. To be called once. */
  rows(
    columns: readonly Column[],
    country: CountryCode | null,
  ): AsyncIterable<readonly JudgedRow[]>;
  close(): Promise<void>;
}

/** A hostile workbook ends its own thread and nothing else. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 } as const;

/**
 * Has a thread look at a file. Nothing of it is done on the main loop.
 *
 * @throws FrontdeskError `bad_input` in words
 */
export async function openFile(path: string, reading: ImportReading): Promise<OpenFile> {
  const worker = new Worker(workerFile(), {
    workerData: { path, reading },
    resourceLimits: MEMORY,
  });
  const answers = inbox(worker);
  try {
    const answer = await answers.next();
    if (answer.kind !== 'facts') throw refusal(answer);
    return {
      facts: answer.facts,
      rows: (columns, country) => rowsOf(worker, answers, columns, country),
      close: async () => {
        await worker.terminate();
      },
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

async function* rowsOf(
  worker: Worker,
  answers: Inbox,
  columns: readonly Column[],
  country: CountryCode | null,
): AsyncGenerator<readonly JudgedRow[]> {
  post(worker, { kind: 'start', columns, country });
  // Asked for ahead, so that the thread reads while the rows before are worked on.
  post(worker, { kind: 'next' });
  for (;;) {
    const answer = await answers.next();
    if (answer.kind === 'end') return;
    if (answer.kind !== 'rows') throw refusal(answer);
    post(worker, { kind: 'next' });
    yield answer.rows;
  }
}

function post(worker: Worker, request: SheetRequest): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(request);
}

interface Inbox {
  next(): Promise<SheetAnswer>;
}

/** Answers in the order in which they come, those that nobody waits for yet included. */
function inbox(worker: Worker): Inbox {
  const come: SheetAnswer[] = [];
  let wake: (() => void) | undefined;
  const take = (answer: SheetAnswer): void => {
    come.push(answer);
    wake?.();
  };
  worker.on('message', take);
  worker.on('error', (error) => take({ kind: 'broken', message: String(error) }));
  worker.on('exit', () => take({ kind: 'broken', message: 'The reading thread ended.' }));
  return {
    async next() {
      for (;;) {
        const answer = come.shift();
        if (answer !== undefined) return answer;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

function refusal(answer: SheetAnswer): FrontdeskError {
  if (answer.kind === 'refused') return new FrontdeskError(answer.code, answer.message);
  const cause = answer.kind === 'broken' ? answer.message : answer.kind;
  return new FrontdeskError(
    'bad_input',
    /memory/i.test(cause)
      ? 'This file needs more memory to unpack than a list of contacts should. Save only the sheet with the contacts, best as CSV.'
      : 'This file can’t be read. Open it in your spreadsheet program and save it again as CSV.',
    { cause },
  );
}

/** Beside this file in the source; in a build beside the entries, one folder above its parts. */
function workerFile(): string {
  const here = import.meta.dirname;
  const places = ['sheet-worker.ts', 'sheet-worker.js', '../sheet-worker.js'];
  const found = places.map((place) => join(here, place)).find((place) => existsSync(place));
  if (found === undefined)
    throw new Error('The program that reads spreadsheets is missing; build again.');
  return found;
}
