import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../store/open-reader.ts';
import type { ExportAnswer, ExportTask } from './export-thread.ts';
import { writeExport } from './write-export.ts';

/** The thread that writes one spreadsheet, from a connection that can only read. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what export-thread.ts starts this program with
const { database, request } = workerData as ExportTask;

async function answer(): Promise<ExportAnswer> {
  try {
    return { ok: true, contacts: await writeExport(openReader(database), request) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await answer());
