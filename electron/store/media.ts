import type { AccountId, MediaId } from '#shared/ids.ts';
import type { WriteTx } from './store.ts';

/** A file that lies with Meta and is to be fetched. */
export interface MetaMedia {
  readonly accountId: AccountId;
  readonly metaMediaId: string;
  readonly mimeType: string | null;
  readonly filename: string | null;
  readonly isVoice: boolean;
  /** After this, Meta no longer has it. Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The row of this file, made when there is none. The same file may hang on several messages. */
export function wantMedia(tx: WriteTx, media: MetaMedia, now: number): MediaId {
  const known = tx
    .prepare<{ id: MediaId; meta_expires_at: number | null }>(
      'SELECT id, meta_expires_at FROM media WHERE account_id = ? AND meta_media_id = ?',
    )
    .get(media.accountId, media.metaMediaId);
  if (known !== undefined) {
    if (known.meta_expires_at !== null && known.meta_expires_at < media.expiresAt) {
      tx.run('UPDATE media SET meta_expires_at = ? WHERE id = ?', media.expiresAt, known.id);
    }
    return known.id;
  }
  const created = tx
    .prepare<{ id: MediaId }>(
      `INSERT INTO media (account_id, meta_media_id, mime_type, filename, is_voice, state, meta_expires_at, created_at)
       VALUES (?, ?, ?, ?, ?, 'wanted', ?, ?) RETURNING id`,
    )
    .get(
      media.accountId,
      media.metaMediaId,
      media.mimeType,
      media.filename,
      media.isVoice ? 1 : 0,
      media.expiresAt,
      now,
    );
  if (created === undefined) throw new Error('SQLite did not return the file it stored.');
  return created.id;
}
