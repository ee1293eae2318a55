import type { MediaFile, MediaPreview } from '#shared/models/media-file.ts';
import type { MediaPreviewTable, MediaTable } from './tables.ts';
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
  readonly preview_state: MediaPreviewTable['state'] | null;
  readonly preview_width: number | null;
  readonly preview_height: number | null;
  readonly preview_pages: number | null;
  readonly preview_duration_ms: number | null;
}

export const MEDIA_COLUMNS = `f.id AS file_id, f.state AS file_state, f.bytes AS file_bytes,
    f.shown_type AS file_shown_type, f.width AS file_width, f.height AS file_height, f.error AS file_error,
    p.state AS preview_state, p.width AS preview_width, p.height AS preview_height,
    p.pages AS preview_pages, p.duration_ms AS preview_duration_ms`;

export const MEDIA_JOIN = `LEFT JOIN media f ON f.id = m.media_id
  LEFT JOIN media_preview p ON p.source_sha256 = f.sha256`;

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
    preview: toPreview(row),
  };
}

function shownAs(type: string | null): MediaFile['shownAs'] {
  const kind = type?.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : null;
}

function toPreview(row: MediaColumns): MediaPreview | 'failed' | null {
  if (row.preview_state === null) return null;
  const { preview_width: width, preview_height: height } = row;
  if (row.preview_state === 'failed' || width === null || height === null) return 'failed';
  return { width, height, pages: row.preview_pages, durationMs: row.preview_duration_ms };
}
