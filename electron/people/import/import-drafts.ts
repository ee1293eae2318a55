import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { importChoices } from '#shared/contract-imports.ts';
import { parseJson } from '#shared/json.ts';
import { IMPORT_STEPS } from '#shared/models/contact-import.ts';
import type { ImportDraft } from '#shared/models/contact-import.ts';

const draft = importChoices.extend({
  uploadId: z.uuid(),
  fileName: z.string(),
  step: z.enum(IMPORT_STEPS),
  importId: z.int().nullable(),
});

/** The file that the owner began with last, and how far they had got: it survives the program's end. */
export interface ImportDrafts {
  latest(): ImportDraft | null;
  save(next: ImportDraft): Promise<void>;
  /** Nothing happens when it is about another file. */
  forget(uploadId: string): Promise<void>;
}

export async function openImportDrafts(folder: string): Promise<ImportDrafts> {
  const path = join(folder, 'draft.json');
  let latest = await readDraft(path);
  return {
    latest: () => latest,
    async save(next) {
      latest = next;
      const unfinished = `${path}.part`;
      await writeFile(unfinished, JSON.stringify(next));
      await rename(unfinished, path);
    },
    async forget(uploadId) {
      if (latest?.uploadId !== uploadId) return;
      latest = null;
      await rm(path, { force: true });
    },
  };
}

/** One that can't be read is none: the owner chooses the file once more. */
async function readDraft(path: string): Promise<ImportDraft | null> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return null;
  const read = draft.safeParse(parseJson(text));
  return read.success ? read.data : null;
}
