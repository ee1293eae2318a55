import { FrontdeskError } from '#shared/errors.ts';
import { decodeCursor } from '../store/cursor.ts';
import type { Cursor } from '../store/cursor.ts';

/** A cursor as a client sent it back. Throws FrontdeskError `bad_input` when it is none of ours. */
export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const cursor = decodeCursor(text);
  if (cursor === null) {
    throw new FrontdeskError('bad_input', 'This page marker is not one that Frontdesk gave.');
  }
  return cursor;
}
