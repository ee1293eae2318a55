import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileError } from '../secrets/file-error.ts';
import { readKeyFile } from '../secrets/key-file.ts';
import { findDamage } from '../store/checkup.ts';
import type { Reader } from '../store/store.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

const GB = 1024 ** 3;
const LITTLE_SPACE = GB;
const HARDLY_ANY_SPACE = GB / 10;

export function checkDatabase(db: Reader): Finding {
  const damage = findDamage(db);
  if (damage.length === 0) return ok('database', 'The database is sound.');
  return fail(
    'database',
    `The database is damaged: ${damage.join('; ')}`,
    'End Frontdesk, move frontdesk.db away and put the newest file of the backups folder in its place.',
  );
}

export async function checkDisk(home: string): Promise<Finding> {
  let free;
  try {
    const { bavail, bsize } = await statfs(home);
    free = bavail * bsize;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) {
      return ok('disk', `${home} does not exist yet; Frontdesk makes it when it starts.`);
    }
    throw error;
  }
  const amount = `${(free / GB).toFixed(1)} GB are free.`;
  if (free >= LITTLE_SPACE) return ok('disk', amount);
  const advice = 'Make room: without it new messages and files can’t be kept.';
  return free >= HARDLY_ANY_SPACE ? warn('disk', amount, advice) : fail('disk', amount, advice);
}

/** The key file opens all secrets, so nobody else may read it. */
export async function checkKeyFile(home: string, platform: NodeJS.Platform): Promise<Finding> {
  const file = join(home, 'secrets.key');
  let key;
  try {
    key = await readKeyFile(file);
  } catch (error) {
    return fail(
      'key file',
      error instanceof Error ? error.message : String(error),
      'Put it back from a copy, or move it away and enter the access tokens and app secrets again.',
    );
  }
  if (key === undefined) return ok('key file', 'There is no key file; no secret needs one yet.');
  // Windows keeps access in lists, not in mode bits.
  if (platform === 'win32') return ok('key file', 'The key file can be read.');
  const mode = (await stat(file)).mode & 0o777;
  if ((mode & 0o077) === 0) return ok('key file', 'Only you can read the key file.');
  return fail(
    'key file',
    `Others on this computer can read the key file (mode ${mode.toString(8)}).`,
    `Run: chmod 600 ${file}`,
  );
}
