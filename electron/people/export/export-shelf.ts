import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FrontdeskError } from '#shared/errors.ts';
import { exportContacts } from './export-thread.ts';
import type { ExportRequest } from './write-export.ts';

/** Spreadsheets that wait for the page to fetch them: it knows no paths. */
export interface ExportShelf {
  write(
    request: Omit<ExportRequest, 'path'>,
  ): Promise<{ readonly exportId: string; readonly contacts: number }>;
  /** Throws FrontdeskError `not_found`. With a null `next` the file is gone. */
  piece(
    exportId: string,
    at: number,
    bytes: number,
  ): Promise<{ readonly bytes: Buffer; readonly next: number | null }>;
}

interface Dependencies {
  /** Path of the database. */
  readonly database: string;
  /** For the files; what an earlier run left in it is gone. */
  readonly folder: string;
}

export async function createExportShelf({ database, folder }: Dependencies): Promise<ExportShelf> {
  const files = new Map<string, string>();
  await rm(folder, { recursive: true, force: true });
  return {
    async write(request) {
      const exportId = randomUUID();
      const path = join(folder, exportId);
      await mkdir(folder, { recursive: true });
      const contacts = await exportContacts(database, { ...request, path });
      files.set(exportId, path);
      return { exportId, contacts };
    },
    async piece(exportId, at, wanted) {
      const path = files.get(exportId);
      if (path === undefined) {
        throw new FrontdeskError(
          'not_found',
          'This spreadsheet was fetched already. Export once more.',
        );
      }
      const file = await open(path);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, at);
        if (bytesRead === wanted) return { bytes: buffer, next: at + wanted };
        files.delete(exportId);
        await rm(path, { force: true });
        return { bytes: buffer.subarray(0, bytesRead), next: null };
      } finally {
        await file.close();
      }
    },
  };
}
