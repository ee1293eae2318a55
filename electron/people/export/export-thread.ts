import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { FrontdeskError } from '#shared/errors.ts';
import type { ExportRequest } from './write-export.ts';

interface ExportTask {
  /** Path of the database. */
  readonly database: string;
  readonly request: ExportRequest;
}

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), contacts: z.int() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);
export type ExportAnswer = z.output<typeof answer>;

/**
 * Writes contacts into a spreadsheet without holding up the main loop. Answers how many they are.
 *
 * @throws FrontdeskError `conflict` when the file can't be written
 */
export async function exportContacts(database: string, request: ExportRequest): Promise<number> {
  const task: ExportTask = { database, request };
  const worker = new Worker(workerFile(), { workerData: task });
  try {
    const parts: readonly unknown[] = await once(worker, 'message');
    const answered = answer.parse(parts[0]);
    if (answered.ok) return answered.contacts;
    throw new FrontdeskError(
      'conflict',
      `The spreadsheet could not be written: ${answered.message}. Choose another place, or close the file if it is open elsewhere.`,
    );
  } finally {
    await worker.terminate();
  }
}

/** Beside this file in the source; in a build beside the entries, one folder above its parts. */
function workerFile(): string {
  const here = import.meta.dirname;
  const places = ['export-worker.ts', 'export-worker.js', '../export-worker.js'];
  const found = places.map((place) => join(here, place)).find((place) => existsSync(place));
  if (found === undefined)
    throw new Error('The program that writes spreadsheets is missing; build again.');
  return found;
}
