import type { MediaId } from '#shared/ids.ts';
import type { KeptFile } from './media-downloads.ts';
import type { Reader, WriteTx } from './store.ts';
import { toFlag } from './tables.ts';

/** A file that the owner, or a program of theirs, handed over. */
export interface OwnFile {
  readonly id: MediaId;
  readonly name: string;
  /** What it is by its content. */
  readonly mimeType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly isVoice: boolean;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

export interface NewOwnFile {
  readonly name: string;
  readonly mimeType: string;
  readonly isVoice: boolean;
  readonly kept: KeptFile;
}

/** The row of this file. The same bytes under the same name have one, however often they come. */
export function addOwnFile(tx: WriteTx, file: NewOwnFile, now: number): MediaId {
  const { name, mimeType, kept } = file;
  const isVoice = toFlag(file.isVoice);
  const known = tx
    .prepare<{ id: MediaId }>(
      `SELECT id FROM media WHERE sha256 = ? AND account_id IS NULL AND filename = ? AND is_voice = ?
         AND mime_type = ?`,
    )
    .get(kept.sha256, name, isVoice, mimeType);
  if (known !== undefined) return known.id;
  const created = tx
    .prepare<{ id: MediaId }>(
      `INSERT INTO media (sha256, mime_type, bytes, filename, is_voice, state, shown_type, width, height, created_at)
       VALUES (?, ?, ?, ?, ?, 'present', ?, ?, ?, ?) RETURNING id`,
    )
    .get(
      kept.sha256,
      mimeType,
      kept.bytes,
      name,
      isVoice,
      kept.shownType,
      kept.width,
      kept.height,
      now,
    );
  if (created === undefined) throw new Error('SQLite did not return the file it stored.');
  return created.id;
}

interface OwnFileRow extends Omit<OwnFile, 'isVoice'> {
  readonly isVoice: number;
}

const OWN_FILE = `
  SELECT id, filename AS name, mime_type AS mimeType, sha256, bytes, is_voice AS isVoice,
    created_at AS addedAt
  FROM media WHERE account_id IS NULL`;

export function findOwnFile(db: Reader, id: MediaId): OwnFile | undefined {
  const row = db.prepare<OwnFileRow>(`${OWN_FILE} AND id = ?`).get(id);
  return row && toOwnFile(row);
}

/** A file that lies on this computer, whoever it came from. */
export interface PresentFile {
  readonly id: MediaId;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly isVoice: boolean;
}

export function findPresentFile(db: Reader, id: MediaId): PresentFile | undefined {
  const row = db
    .prepare<Omit<PresentFile, 'isVoice'> & { readonly isVoice: number }>(
      `SELECT id, filename AS name, mime_type AS mimeType, bytes, sha256, is_voice AS isVoice
       FROM media WHERE id = ? AND state = 'present'`,
    )
    .get(id);
  return row && { ...row, isVoice: row.isVoice === 1 };
}

/** Newest first. @param before only files that were added before this one */
export function listOwnFiles(db: Reader, before: number | null, limit: number): OwnFile[] {
  return db
    .prepare<OwnFileRow>(`${OWN_FILE} AND id < ? ORDER BY id DESC LIMIT ?`)
    .all(before ?? Number.MAX_SAFE_INTEGER, limit)
    .map(toOwnFile);
}

function toOwnFile(row: OwnFileRow): OwnFile {
  return { ...row, isVoice: row.isVoice === 1 };
}
