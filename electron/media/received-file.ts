import { createHash } from 'node:crypto';
import type { KeptFile } from '../store/media-downloads.ts';
import type { IncomingFile } from './folder.ts';
import { pictureSize } from './picture-size.ts';
import { shownType } from './shown-type.ts';

/** WhatsApp's customers send nothing larger. Source: meta-platform §1.7, §5.5. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** Enough to find a JPEG's size behind its Exif data, colour profile and thumbnail. */
const HEAD_BYTES = 256 * 1024;

/** What was downloaded is not the file that Meta promised. */
export class BrokenFileError extends Error {
  override readonly name = 'BrokenFileError';
}

/** Larger than Frontdesk takes: trying again would not help. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
}

export interface Promised {
  readonly mimeType: string | null;
  readonly bytes: number | null;
  /** Every hash Meta has told, in base64 or hex; one that fits is enough. */
  readonly sha256: readonly string[];
}

/**
 * Writes a body into the file piece by piece, so that no file is ever in memory as a whole, and
 * holds it against what Meta promised.
 *
 * @param onProgress called with every piece
 * @throws BrokenFileError, FileTooLargeError, or whatever breaks the stream or the disk
 */
export async function receiveFile(
  body: AsyncIterable<Uint8Array>,
  file: IncomingFile,
  promised: Promised,
  { maxBytes, onProgress }: { readonly maxBytes: number; readonly onProgress: () => void },
): Promise<KeptFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of body) {
    onProgress();
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new FileTooLargeError('The file is larger than WhatsApp allows.');
    hash.update(chunk);
    await file.handle.write(chunk);
  }
  const sha256 = hash.digest('hex');
  refuseBroken(promised, bytes, sha256);
  const head = Buffer.alloc(Math.min(bytes, HEAD_BYTES));
  await file.handle.read(head, 0, head.length, 0);
  const type = shownType(head, promised.mimeType);
  const size = pictureSize(head, type);
  return {
    sha256,
    bytes,
    shownType: type,
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
}

function refuseBroken(promised: Promised, bytes: number, sha256: string): void {
  // A customer can send a document with nothing in it; then Meta says so beforehand.
  if (bytes === 0 && promised.bytes !== 0) throw new BrokenFileError('Meta sent an empty file.');
  if (promised.bytes !== null && promised.bytes !== bytes) {
    throw new BrokenFileError(`Meta promised ${promised.bytes} bytes and sent ${bytes}.`);
  }
  const hashes = promised.sha256.map(inHex).filter((hash) => hash !== undefined);
  if (hashes.length > 0 && !hashes.includes(sha256)) {
    throw new BrokenFileError('The file that Meta sent is not the one it announced.');
  }
}

/** Webhooks tell the hash in base64, descriptions in hex. Source: meta-platform §1.7, §2.4. */
function inHex(hash: string): string | undefined {
  if (/^[0-9a-f]{64}$/i.test(hash)) return hash.toLowerCase();
  const bytes = Buffer.from(hash, 'base64');
  return bytes.length === 32 ? bytes.toString('hex') : undefined;
}
