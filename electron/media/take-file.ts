import { attachmentName } from '#shared/attachments/document-name.ts';
import { fileRefused } from '#shared/attachments/file-refused.ts';
import { contentType, HEAD_BYTES } from '#shared/attachments/content-type.ts';
import { MAX_FILE_BYTES, planFile } from '#shared/attachments/plan.ts';
import type { SendKind } from '#shared/attachments/plan.ts';
import { FrontdeskError } from '#shared/errors.ts';
import type { KeptFile } from '../store/media-downloads.ts';
import type { IncomingFile, MediaFolder } from './folder.ts';
import { BrokenFileError, FileTooLargeError, receiveFile } from './received-file.ts';

/** What comes with the bytes of a file that somebody hands over. */
export interface FileWords {
  readonly name: string;
  /** The type as the giver guesses it; may be empty. */
  readonly declared: string;
  readonly isVoice: boolean;
  /** Null: whatever shows it best. */
  readonly wish: SendKind | null;
}

/** A file that lies in the folder, and what it can be sent as. */
export interface TakenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly sendAs: SendKind;
  readonly isVoice: boolean;
  readonly kept: KeptFile;
}

/**
 * Writes a file that is to be sent into the folder, piece by piece; it is on the disk for good when
 * this returns. Its content decides what it is.
 *
 * @throws FrontdeskError `file_refused` when WhatsApp would not take it, `internal` when the disk is
 *   full, or whatever breaks the stream; then nothing of it is left
 */
export async function takeFile(
  folder: Pick<MediaFolder, 'begin'>,
  body: AsyncIterable<Uint8Array>,
  words: FileWords,
): Promise<TakenFile> {
  const file = await folder.begin();
  try {
    const taken = await readIn(file, body, words);
    await file.keep(taken.kept.sha256);
    return taken;
  } catch (error) {
    await file.discard();
    throw inWords(error);
  }
}

async function readIn(
  file: IncomingFile,
  body: AsyncIterable<Uint8Array>,
  { name, declared, isVoice, wish }: FileWords,
): Promise<TakenFile> {
  const promised = { mimeType: declared, bytes: null, sha256: [] };
  const limits = { maxBytes: MAX_FILE_BYTES, onProgress: () => undefined };
  const kept = await receiveFile(body, file, promised, limits);
  const head = Buffer.alloc(Math.min(kept.bytes, HEAD_BYTES));
  await file.handle.read(head, 0, head.length, 0);
  const plan = planFile(
    { mimeType: contentType(head, { name, declared }), bytes: kept.bytes },
    wish,
  );
  if (plan.kind === 'problem') throw fileRefused(plan.problem);
  const { sendAs, mimeType } = plan;
  if (isVoice && mimeType !== 'audio/ogg') throw fileRefused('audio_type');
  return { name: attachmentName(name, mimeType), mimeType, sendAs, isVoice, kept };
}

function inWords(error: unknown): unknown {
  if (error instanceof FileTooLargeError) return fileRefused('too_large');
  if (error instanceof BrokenFileError) return fileRefused('empty');
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    return new FrontdeskError(
      'internal',
      'There is no room left on the disk, so the file could not be taken in. Make room and add it again.',
      { cause: error },
    );
  }
  return error;
}
