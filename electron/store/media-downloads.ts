import type { AccountId, ChatId, MediaId, MessageId } from '#shared/ids.ts';
import type { Reader, WriteTx } from './store.ts';

/** A file that is to be fetched from Meta. */
export interface WantedFile {
  readonly id: MediaId;
  readonly accountId: AccountId;
  readonly metaMediaId: string;
  /** What Meta says the hash is, in base64 or hex; null when it did not say. */
  readonly metaSha256: string | null;
  readonly mimeType: string | null;
  /** Downloads that have failed so far. */
  readonly attempts: number;
  /** Milliseconds since 1970; null when nothing is known about it. */
  readonly expiresAt: number | null;
  /** What it was when it was here before; null for a file that never came. */
  readonly former: { readonly sha256: string; readonly bytes: number } | null;
}

interface WantedRow {
  readonly id: MediaId;
  readonly account_id: AccountId;
  readonly meta_media_id: string;
  readonly meta_sha256: string | null;
  readonly mime_type: string | null;
  readonly attempts: number;
  readonly meta_expires_at: number | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
}

const FETCHABLE = "m.state = 'wanted' AND m.meta_media_id IS NOT NULL";

export function dueFiles(db: Reader, now: number, limit: number): WantedFile[] {
  return db
    .prepare<WantedRow>(
      `SELECT m.id, m.account_id, m.meta_media_id, m.meta_sha256, m.mime_type, m.attempts, m.meta_expires_at, m.sha256, m.bytes
       FROM media m WHERE ${FETCHABLE} AND m.next_attempt_at <= ?
       ORDER BY m.next_attempt_at, m.id LIMIT ?`,
    )
    .all(now, limit)
    .map((row) => ({
      id: row.id,
      accountId: row.account_id,
      metaMediaId: row.meta_media_id,
      metaSha256: row.meta_sha256,
      mimeType: row.mime_type,
      attempts: row.attempts,
      expiresAt: row.meta_expires_at,
      former:
        row.sha256 === null || row.bytes === null ? null : { sha256: row.sha256, bytes: row.bytes },
    }));
}

/** When the next file is due that is not due yet. */
export function nextFileDueAt(db: Reader, now: number): number | undefined {
  return db
    .prepare<{ next_attempt_at: number }>(
      `SELECT m.next_attempt_at FROM media m WHERE ${FETCHABLE} AND m.next_attempt_at > ?
       ORDER BY m.next_attempt_at LIMIT 1`,
    )
    .get(now)?.next_attempt_at;
}

/** What was found out about a file that now lies in the folder. */
export interface KeptFile {
  /** In hex; also the name of the file. */
  readonly sha256: string;
  readonly bytes: number;
  /** The type it really has, where a page may show it; null for everything else. */
  readonly shownType: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export function markPresent(tx: WriteTx, id: MediaId, file: KeptFile): void {
  tx.run(
    `UPDATE media SET state = 'present', sha256 = ?, bytes = ?, shown_type = ?, width = ?, height = ?,
       error = NULL WHERE id = ?`,
    file.sha256,
    file.bytes,
    file.shownType,
    file.width,
    file.height,
    id,
  );
  noteMessages(tx, id);
}

export function postpone(
  tx: WriteTx,
  id: MediaId,
  next: { readonly attempts: number; readonly at: number; readonly error: string },
): void {
  tx.run(
    'UPDATE media SET attempts = ?, next_attempt_at = ?, error = ? WHERE id = ?',
    next.attempts,
    next.at,
    next.error,
    id,
  );
}

export function giveUp(tx: WriteTx, id: MediaId, state: 'failed' | 'expired', error: string): void {
  tx.run('UPDATE media SET state = ?, error = ? WHERE id = ?', state, error, id);
  noteMessages(tx, id);
}

/**
 * A file that was here is gone from the folder, or is not what it was: it is fetched again where Meta
 * may still have it. What is known of it stays, in case the folder comes back.
 */
export function missFile(tx: WriteTx, id: MediaId, error: string, now: number): void {
  const { changes } = tx.run(
    `UPDATE media SET state = CASE WHEN meta_media_id IS NOT NULL AND meta_expires_at > ? THEN 'wanted' ELSE 'failed' END,
       attempts = 0, next_attempt_at = 0, error = ?
     WHERE id = ? AND state = 'present'`,
    now,
    error,
    id,
  );
  if (changes > 0) noteMessages(tx, id);
}

/** What was missed lies in the folder again. */
export function findAgain(tx: WriteTx, id: MediaId): void {
  tx.run("UPDATE media SET state = 'present', error = NULL WHERE id = ?", id);
  noteMessages(tx, id);
}

/** The owner asks for a file again that was given up. Answers whether there is anything to ask for. */
export function wantAgain(tx: WriteTx, id: MediaId): boolean {
  const { changes } = tx.run(
    `UPDATE media SET state = 'wanted', attempts = 0, next_attempt_at = 0, error = NULL
     WHERE id = ? AND state <> 'present' AND meta_media_id IS NOT NULL`,
    id,
  );
  if (changes > 0) noteMessages(tx, id);
  return changes > 0;
}

/** With the token of a removed number nothing can be fetched: what is still wanted has failed. */
export function abandonFilesOfRemovedNumbers(tx: WriteTx, error: string): void {
  const files = tx
    .prepare<{ id: MediaId }>(
      `SELECT m.id FROM media m JOIN account a ON a.id = m.account_id
       WHERE ${FETCHABLE} AND a.is_active = 0`,
    )
    .all();
  for (const { id } of files) giveUp(tx, id, 'failed', error);
}

/** The way to Meta may be open again: nothing needs to wait any longer. */
export function hastenFiles(tx: WriteTx): void {
  tx.run("UPDATE media SET next_attempt_at = 0 WHERE state = 'wanted' AND next_attempt_at > 0");
}

function noteMessages(tx: WriteTx, id: MediaId): void {
  const messages = tx
    .prepare<MessageOfFile>('SELECT id, conversation_id FROM message WHERE media_id = ?')
    .all(id);
  for (const message of messages) {
    tx.note({ kind: 'message', chatId: message.conversation_id, messageId: message.id });
  }
}

interface MessageOfFile {
  readonly id: MessageId;
  readonly conversation_id: ChatId;
}
