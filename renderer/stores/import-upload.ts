import type { Result } from '#shared/errors.ts';
import { call } from './core.ts';

/** Bytes that go in one command, before they are written as Base64. */
const PIECE_BYTES = 256 * 1024;

/**
 * Hands a list over piece by piece. Answers the name under which the core knows it.
 *
 * @param onProgress called with the share that is through, from 0 to 1
 * @returns undefined when it was broken off
 */
export async function sendFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Result<string> | undefined> {
  const begun = await call('imports.begin', { fileName: file.name.slice(-255) });
  if (!begun.ok) return begun;
  const { uploadId } = begun.data;
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    if (signal.aborted) break;
    const bytes = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
    const appended = await call('imports.append', { uploadId, base64: toBase64(bytes) });
    if (!appended.ok) return appended;
    onProgress(Math.min(1, (at + PIECE_BYTES) / file.size));
  }
  if (!signal.aborted) return { ok: true, data: uploadId };
  await call('imports.discard', { uploadId });
  return undefined;
}

const AT_ONCE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(text);
}
