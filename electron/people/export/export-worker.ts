import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { exportChoice, exportColumns } from '#shared/contract-imports.ts';
import { EXPORT_FORMATS } from '#shared/models/contact-export.ts';
import { openReader } from '../../store/open-reader.ts';
import type { ExportAnswer } from './export-thread.ts';
import { writeExport } from './write-export.ts';

/** The thread that writes one spreadsheet, from a connection that can only read. */
const { database, request } = z
  .object({
    database: z.string(),
    request: z.object({
      path: z.string(),
      format: z.enum(EXPORT_FORMATS),
      choice: exportChoice,
      columns: exportColumns,
    }),
  })
  .parse(workerData);

async function answer(): Promise<ExportAnswer> {
  try {
    return { ok: true, contacts: await writeExport(openReader(database), request) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await answer());
