import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';
import type { Surroundings } from './command.ts';

const MAX_BYTES = 64 * 1024;

/** A secret from a file, or from standard input for `-`, without the line's end. Throws UsageError. */
export async function readSecret(
  option: string,
  source: string | undefined,
  { stdin }: Pick<Surroundings, 'stdin'>,
): Promise<string | undefined> {
  if (source === undefined) return undefined;
  const text = source === '-' ? await readAll(stdin) : await readSecretFile(option, source);
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') throw new UsageError(`--${option}: ${nameOf(source)} is empty.`);
  return secret;
}

async function readSecretFile(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`--${option}: ${path} can’t be read (${reason}).`, { cause: error });
  }
}

async function readAll(stdin: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(String(chunk));
    size += bytes.length;
    if (size > MAX_BYTES) throw new UsageError('Standard input holds more than one secret.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}

function nameOf(source: string): string {
  return source === '-' ? 'standard input' : source;
}
