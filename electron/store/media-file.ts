import type { MediaFile } from '#shared/models/media-file.ts';
import type { MediaTable } from './tables.ts';
import type { MediaId } from '#shared/ids.ts';

/** What a message's row carries of its file. */
export interface MediaColumns {
  readonly file_id: MediaId | null;
  readonly file_state: MediaTable['state'];
  readonly file_bytes: number | null;
  readonly file_shown_type: string | null;
  readonly file_width: number | null;
  readonly file_height: number | null;
  readonly file_error: string | null;
}

export const MEDIA_COLUMNS = `f.id AS file_id, f.state AS file_state, f.bytes AS file_bytes,
    f.shown_type AS file_shown_type, f.width AS file_width, f.height AS file_height, f.error AS file_error`;

export const MEDIA_JOIN = 'LEFT JOIN media f ON f.id = m.media_id';

export function toMediaFile(row: MediaColumns): MediaFile | null {
  if (row.file_id === null) return null;
  return {
    id: row.file_id,
    state: row.file_state,
    bytes: row.file_bytes,
    shownAs: shownAs(row.file_shown_type),
    width: row.file_width,
    height: row.file_height,
    problem: row.file_state === 'present' ? null : row.file_error,
  };
}

function shownAs(type: string | null): MediaFile['shownAs'] {
  const kind = type?.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : null;
}
