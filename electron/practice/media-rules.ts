import { contentType, HEAD_BYTES } from '#shared/attachments/content-type.ts';
import { limitOf, MAX_FILE_BYTES, SEND_KINDS, takes } from '#shared/attachments/plan.ts';
import { refuse } from './graph-errors.ts';
import type { Refusal } from './graph-errors.ts';
import type { UploadedFile } from './http.ts';

/** Looks alike from the inside, and Meta takes either. */
const ALIKE: readonly (readonly [string, string])[] = [['audio/mp4', 'video/mp4']];

/** Why Meta does not take a file at all; undefined when it does. Source: meta-platform §1.7, §5.5. */
export function refuseUpload({ bytes, mimeType }: UploadedFile): Refusal | undefined {
  if (bytes.length === 0) return refuse(131053, 'The file is empty.');
  if (bytes.length > MAX_FILE_BYTES) return refuse(131053, 'The file is larger than 100 MB.');
  if (!SEND_KINDS.some((kind) => takes(kind, mimeType))) {
    return refuse(100, `Param file must be a file of a supported type. Received ${mimeType}.`);
  }
  // The true ending of an office file is only known from its name, which an upload need not have.
  if (/msword|ms-|openxmlformats/.test(mimeType)) return undefined;
  const found = contentType(bytes.subarray(0, HEAD_BYTES), { name: '', declared: mimeType });
  const isAlike = ALIKE.some(
    (pair) => pair.includes(mimeType) && pair.some((one) => one === found),
  );
  if (found === mimeType || isAlike) return undefined;
  return refuse(131053, `The file is said to be ${mimeType} and is ${found ?? 'something else'}.`);
}

/** Why a file can't be shown as what it was sent as; undefined where it can, or needs no file. */
export function misfit(
  type: string,
  { bytes, mimeType }: { readonly bytes: Buffer; readonly mimeType: string },
): string | undefined {
  const kind = SEND_KINDS.find((each) => each === type);
  if (kind === undefined) return undefined;
  if (!takes(kind, mimeType)) return `Unsupported ${kind} mime type ${mimeType}.`;
  return bytes.length > limitOf(kind) ? `The ${kind} is too large.` : undefined;
}
