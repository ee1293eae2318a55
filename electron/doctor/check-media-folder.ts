import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { MediaFolder } from '../media/folder.ts';
import { expectedFiles } from '../store/checkup.ts';
import type { ExpectedFile } from '../store/checkup.ts';
import type { Reader } from '../store/store.ts';
import { ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

/** So much is read to the last byte, from the newest file on; of the rest the size is enough. */
const READ_WHOLE_BYTES = 2 * 1024 ** 3;
const NAMED = 3;

/** Whether every file lies in the media folder, and is still what came in. */
export async function checkMediaFolder(
  db: Reader,
  folder: Pick<MediaFolder, 'pathOf'>,
): Promise<Finding> {
  const missing: string[] = [];
  const changed: string[] = [];
  let count = 0;
  let left = READ_WHOLE_BYTES;
  for (const file of expectedFiles(db)) {
    count += 1;
    const path = folder.pathOf(file.sha256);
    const size = await sizeOf(path);
    if (size === undefined) {
      missing.push(file.sha256);
    } else {
      const isRead = size <= left;
      if (isRead) left -= size;
      if (!(await isAsItWas(path, size, file, isRead))) changed.push(file.sha256);
    }
  }
  if (missing.length + changed.length === 0) {
    return ok('media folder', `All ${count} files of the media folder are as they came in.`);
  }
  return warn('media folder', inWords(missing, changed), ADVICE);
}

const ADVICE =
  'Put them back from a copy of the media folder, or delete the changed ones. When a chat shows such a file, Frontdesk fetches it again where WhatsApp still has it: for seven days after it came in.';

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? found.size : undefined;
}

async function isAsItWas(
  path: string,
  size: number,
  { sha256, bytes }: ExpectedFile,
  isRead: boolean,
): Promise<boolean> {
  if (bytes !== null && bytes !== size) return false;
  return !isRead || (await hashOf(path)) === sha256;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function inWords(missing: readonly string[], changed: readonly string[]): string {
  const parts = [
    ...(missing.length > 0 ? [`${missing.length} files are missing (${some(missing)})`] : []),
    ...(changed.length > 0 ? [`${changed.length} files were changed (${some(changed)})`] : []),
  ];
  return `In the media folder ${parts.join(', ')}.`;
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => `${name.slice(0, 12)}…`);
  return names.length > NAMED ? `${shown.join(', ')} and others` : shown.join(', ');
}
