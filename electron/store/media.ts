import type { AccountId, MediaId } from '#shared/ids.ts';
import type { WriteTx } from './store.ts';

/** A file that lies with Meta and is to be fetched. */
export interface MetaMedia {
  readonly accountId: AccountId;
  readonly metaMediaId: string;
  readonly mimeType: string | null;
  readonly filename: string | null;
  /** As Meta wrote it in the webhook, in base64. */
  readonly sha256: string | null;
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
      // Meta has it for longer than was thought: what had been given up is worth another try.
      tx.run(
        `UPDATE media SET meta_expires_at = ?, next_attempt_at = 0,
           state = CASE state WHEN 'expired' THEN 'wanted' ELSE state END
         WHERE id = ?`,
        media.expiresAt,
        known.id,
      );
    }
    tx.run(
      'UPDATE media SET meta_sha256 = ? WHERE id = ? AND meta_sha256 IS NULL',
      media.sha256,
      known.id,
    );
    return known.id;
  }
  const created = tx
    .prepare<{ id: MediaId }>(
      `INSERT INTO media (account_id, meta_media_id, mime_type, filename, meta_sha256, is_voice, state, meta_expires_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, 'wanted', ?, ?) RETURNING id`,
    )
    .get(
      media.accountId,
      media.metaMediaId,
      media.mimeType,
      media.filename,
      media.sha256,
      media.isVoice ? 1 : 0,
      media.expiresAt,
      now,
    );
  if (created === undefined) throw new Error('SQLite did not return the file it stored.');
  return created.id;
}
