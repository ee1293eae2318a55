import type { AccountId, ChatId, MediaId, MessageId, OutboxId } from '#shared/ids.ts';
import type { MessageType } from '#shared/models/message.ts';
import { WINDOW_MS } from '#shared/window.ts';
import type { Reader, WriteTx } from './store.ts';

/** A file that Meta must have before its message can leave. */
export interface DueUpload {
  readonly outboxId: OutboxId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly type: MessageType;
  readonly refusals: number;
  readonly windowOpenedAt: number | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly mimeType: string;
  readonly name: string | null;
}

/**
 * The first message of each chat that is due and waits for its file; a chat's files go one after
 * the other, so that a chat with ten of them does not hold up the others.
 */
export function dueUploads(
  db: Reader,
  accountId: AccountId,
  now: number,
  limit: number,
): DueUpload[] {
  return db
    .prepare<DueUpload>(
      `SELECT min(o.id) AS outboxId, o.message_id AS messageId, o.conversation_id AS chatId, m.type,
         o.refusals, c.window_opened_at AS windowOpenedAt, f.sha256, f.bytes,
         f.mime_type AS mimeType, f.filename AS name
       FROM outbox o
       JOIN message m ON m.id = o.message_id
       JOIN conversation c ON c.id = o.conversation_id
       JOIN media f ON f.id = m.media_id AND f.state = 'present'
       WHERE o.account_id = @accountId AND o.state = 'queued' AND o.has_file = 1
         AND o.next_attempt_at <= @now
         AND (o.hold IS NULL OR c.window_opened_at > @now - ${WINDOW_MS})
         AND NOT EXISTS (
           SELECT 1 FROM media_upload u
           WHERE u.account_id = o.account_id AND u.sha256 = f.sha256 AND u.expires_at > @now)
       GROUP BY o.conversation_id
       ORDER BY o.next_attempt_at, outboxId LIMIT @limit`,
    )
    .all({ accountId, now, limit });
}

export function keepUpload(
  tx: WriteTx,
  upload: {
    readonly accountId: AccountId;
    readonly sha256: string;
    readonly metaMediaId: string;
    readonly expiresAt: number;
  },
): void {
  tx.run(
    `INSERT INTO media_upload (account_id, sha256, meta_media_id, expires_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET meta_media_id = excluded.meta_media_id, expires_at = excluded.expires_at`,
    upload.accountId,
    upload.sha256,
    upload.metaMediaId,
    upload.expiresAt,
  );
  tx.note({ kind: 'outbox' });
}

/** Meta does not know the id any more, or the file under it is of no use to it. */
export function forgetUpload(tx: WriteTx, accountId: AccountId, messageId: MessageId): void {
  tx.run(
    `DELETE FROM media_upload WHERE account_id = ? AND sha256 = (
       SELECT f.sha256 FROM message m JOIN media f ON f.id = m.media_id WHERE m.id = ?)`,
    accountId,
    messageId,
  );
}

export function forgetUploadsOf(tx: WriteTx, accountId: AccountId): void {
  tx.run('DELETE FROM media_upload WHERE account_id = ?', accountId);
}

/** Meta's ids of a file: which number may use which, and until when. */
export function uploadsOf(
  db: Reader,
  id: MediaId,
): { readonly accountId: AccountId; readonly expiresAt: number }[] {
  return db
    .prepare<{ accountId: AccountId; expiresAt: number }>(
      `SELECT u.account_id AS accountId, u.expires_at AS expiresAt
       FROM media_upload u JOIN media f ON f.sha256 = u.sha256
       WHERE f.id = ? ORDER BY u.account_id`,
    )
    .all(id);
}
