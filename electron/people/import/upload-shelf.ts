import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FrontdeskError } from '#shared/errors.ts';
import { openImportDrafts } from './import-drafts.ts';
import type { ImportDrafts } from './import-drafts.ts';
import { MAX_FILE_BYTES } from './sheet.ts';

export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly path: string;
}

/** Files that the page hands over piece by piece: it knows no paths, and gives none. */
export interface UploadShelf {
  begin(fileName: string): Promise<string>;
  /** Throws FrontdeskError `not_found`, or `bad_input` when the file gets too large. */
  append(id: string, bytes: Uint8Array): Promise<void>;
  /** Throws FrontdeskError `not_found`. */
  find(id: string): Upload;
  remove(id: string): Promise<void>;
  readonly drafts: ImportDrafts;
}

/** Of what an earlier run left in the folder, only the file that the owner had begun with last stays. */
export async function createUploadShelf(folder: string): Promise<UploadShelf> {
  const uploads = new Map<string, Upload>();
  const sizes = new Map<string, number>();
  await mkdir(folder, { recursive: true });
  const drafts = await openImportDrafts(folder);
  await keepLatest();

  async function keepLatest(): Promise<void> {
    const draft = drafts.latest();
    const id = draft?.uploadId;
    const others = (await readdir(folder)).filter((name) => name !== id && name !== 'draft.json');
    await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true })));
    if (draft === null) return;
    const path = join(folder, draft.uploadId);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) await drafts.forget(draft.uploadId);
    else uploads.set(draft.uploadId, { id: draft.uploadId, fileName: draft.fileName, path });
  }

  function find(id: string): Upload {
    const upload = uploads.get(id);
    if (upload !== undefined) return upload;
    throw new FrontdeskError('not_found', 'This file is no longer here. Choose it once more.');
  }

  return {
    find,
    drafts,
    async begin(fileName) {
      const id = randomUUID();
      const path = join(folder, id);
      await writeFile(path, '');
      uploads.set(id, { id, fileName, path });
      return id;
    },
    async append(id, bytes) {
      const { path } = find(id);
      const size = (sizes.get(id) ?? 0) + bytes.length;
      if (size > MAX_FILE_BYTES) {
        throw new FrontdeskError(
          'bad_input',
          `This file has more than ${MAX_FILE_BYTES / 1024 / 1024} MB. Split it.`,
        );
      }
      sizes.set(id, size);
      await appendFile(path, bytes);
    },
    async remove(id) {
      const upload = uploads.get(id);
      uploads.delete(id);
      sizes.delete(id);
      await drafts.forget(id);
      if (upload !== undefined) await rm(upload.path, { force: true });
    },
  };
}
