import { constants } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SavableFile } from '../../media/served-file.ts';

/** Copies of files under the names that people know, for other programs to take. */
export interface HandedOut {
  /** Path of a copy. The file itself stays ours: another program may write to what it gets. */
  copy(file: SavableFile): Promise<string>;
}

/** @param folder emptied here: whatever was handed out in a former run has been taken */
export async function createHandedOut(folder: string): Promise<HandedOut> {
  await rm(folder, { recursive: true, force: true });
  return {
    async copy({ path, name }) {
      const place = join(folder, randomUUID());
      await mkdir(place, { recursive: true, mode: 0o700 });
      const copy = join(place, name);
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      return copy;
    },
  };
}
