import type { Result } from '#shared/errors.ts';
import { isErrorCode } from '#shared/errors.ts';
import type { FileNote } from '#shared/file-door.ts';
import { asId } from '#shared/ids.ts';
import type { AttachmentId, MediaId } from '#shared/ids.ts';
import { useConnection } from './connection.ts';

export interface Transfer {
  /** Undefined when it was cancelled. */
  readonly done: Promise<Result<AttachmentId> | undefined>;
  readonly cancel: () => void;
}

/** Hands a file to the core. @param onProgress called with the share that is through, from 0 to 1 */
export function transferFile(
  note: FileNote,
  bytes: Blob,
  onProgress: (share: number) => void,
): Transfer {
  // `fetch` does not tell how much of a body has left.
  const request = new XMLHttpRequest();
  const done = new Promise<Result<AttachmentId> | undefined>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 1 : loaded / total);
    });
    request.addEventListener('load', () => resolve(readResult(request.responseText)));
    request.addEventListener('abort', () => resolve(undefined));
    request.addEventListener('error', () => {
      useConnection.setState({ isLost: true });
      resolve(readResult(''));
    });
  });
  request.open('POST', window.frontdesk.files.address(note));
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.send(bytes);
  return { done, cancel: () => request.abort() };
}

/** Puts a file into the library, for whoever needs one without a chat. */
export async function keepFile(
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<MediaId>> {
  const words = { name: file.name, declared: file.type };
  const note = { ...words, chatId: null, isVoice: false, wish: null };
  const result = (await transferFile(note, file, onProgress).done) ?? UNREADABLE;
  return result.ok ? { ok: true, data: asId<MediaId>(result.data) } : result;
}

const UNREADABLE: Result<never> = {
  ok: false,
  error: {
    code: 'disconnected',
    message: 'The file could not be taken in. Add it again.',
  },
};

function readResult(text: string): Result<AttachmentId> {
  const answer = parse(text);
  if (!isRecord(answer)) return UNREADABLE;
  const { ok, data, error } = answer;
  if (ok === true && isRecord(data) && typeof data['id'] === 'number') {
    return { ok, data: asId<AttachmentId>(data['id']) };
  }
  if (!isRecord(error) || !isErrorCode(error['code'])) return UNREADABLE;
  const { code, message } = error;
  return { ok: false, error: { code, message: typeof message === 'string' ? message : '' } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
