import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** HOME/media: every file once, under the SHA-256 of its content. No name from outside gets here. */
export interface MediaFolder {
  /** Empties what a former run left half done. To be called once, before anything is added. */
  prepare(): Promise<void>;
  /** A file to write to, outside the folder of finished ones. */
  begin(): Promise<IncomingFile>;
  /** Whether a file of this name and size is there; what is in it is not looked at. */
  has(sha256: string, bytes: number): Promise<boolean>;
  /** Where the file with this content lies. */
  pathOf(sha256: string): string;
  /** Takes a file away; one that is not there is gone already. */
  readonly remove: (sha256: string) => Promise<void>;
}

export interface IncomingFile {
  readonly handle: FileHandle;
  /** Makes it survive a power cut and gives it its name; if the same is there already, that one stays. */
  keep(sha256: string): Promise<void>;
  discard(): Promise<void>;
}

const SHA256 = /^[0-9a-f]{64}$/;

export function createMediaFolder(home: string): MediaFolder {
  const finished = join(home, 'media');
  // Beside and not inside, so that everything in the folder is whole; on the same disk, to be renamed.
  const incoming = join(home, 'incoming');

  function pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('A file is named by its SHA-256 in hex.');
    return join(finished, sha256);
  }

  return {
    async prepare() {
      await rm(incoming, { recursive: true, force: true });
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await mkdir(finished, { recursive: true, mode: 0o700 });
    },
    async begin() {
      const path = join(incoming, randomUUID());
      const handle = await open(path, 'wx+', 0o600);
      return {
        handle,
        async keep(sha256) {
          const { size } = await handle.stat();
          await handle.sync();
          await handle.close();
          const place = pathOf(sha256);
          if (await hasSize(place, size)) {
            await rm(path, { force: true });
            return;
          }
          await rename(path, place);
          await syncFolder(finished);
        },
        async discard() {
          await handle.close().catch(() => undefined);
          await rm(path, { force: true });
        },
      };
    },
    has: (sha256, bytes) => hasSize(pathOf(sha256), bytes),
    pathOf,
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

async function hasSize(path: string, size: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size === size;
}

/** A new name is only on the disk once its folder is. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
