import type { MediaId } from '#shared/ids.ts';
import type { Reader } from './store.ts';

/** A file that is here, as whoever serves it needs to know it. */
export interface ServedMedia {
  /** In hex; also the name of the file. */
  readonly sha256: string;
  readonly bytes: number | null;
  readonly filename: string | null;
  readonly mimeType: string | null;
  /** Null: not for showing, only for saving. */
  readonly shownType: string | null;
}

/** Undefined while the file is not here. */
export function findServedMedia(db: Reader, id: MediaId): ServedMedia | undefined {
  const row = db
    .prepare<{
      sha256: string | null;
      bytes: number | null;
      filename: string | null;
      mime_type: string | null;
      shown_type: string | null;
    }>(
      "SELECT sha256, bytes, filename, mime_type, shown_type FROM media WHERE id = ? AND state = 'present'",
    )
    .get(id);
  if (row === undefined || row.sha256 === null) return undefined;
  return {
    sha256: row.sha256,
    bytes: row.bytes,
    filename: row.filename,
    mimeType: row.mime_type,
    shownType: row.shown_type,
  };
}
