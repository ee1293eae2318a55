import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isFileError } from './file-error.ts';

const KEY_BYTES = 32;
const KEY_TEXT = /^[0-9a-f]{64}$/;

/** The key, or undefined when there is no file. Throws when the file holds anything but a key. */
export async function readKeyFile(file: string): Promise<Buffer | undefined> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
  const key = text.trim();
  if (!KEY_TEXT.test(key)) {
    throw new Error(
      `The key file ${file} is damaged. Put it back from a copy; or move it away and enter the access tokens and app secrets again.`,
    );
  }
  return Buffer.from(key, 'hex');
}

/**
 * Makes a new key that only this user may read. It is written beside its place and linked into it
 * whole: nobody ever sees half a key, and a key that is there already stays and is returned.
 */
export async function createKeyFile(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeDurably(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    await link(draft, file);
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKeyFile(file);
  if (key === undefined) throw new Error(`The key file ${file} vanished while it was made.`);
  return key;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
