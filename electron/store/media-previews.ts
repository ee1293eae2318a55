import type { ChatId, MediaId, MessageId } from '#shared/ids.ts';
import type { Reader, WriteTx } from './store.ts';

/** The content that a preview is of, and whether there is one already. */
export interface PreviewSource {
  readonly sha256: string;
  readonly preview: KeptPreview | 'failed' | null;
}

/** A preview that lies in the media folder. */
export interface KeptPreview {
  readonly sha256: string;
  readonly type: string;
}

export interface PreviewFacts {
  readonly width: number;
  readonly height: number;
  readonly pages: number | null;
  readonly durationMs: number | null;
}

/** Undefined while the file itself is not here. */
export function previewSource(db: Reader, id: MediaId): PreviewSource | undefined {
  const row = db
    .prepare<{
      source: string;
      state: 'present' | 'failed' | null;
      sha256: string | null;
      type: string | null;
    }>(
      `SELECT f.sha256 AS source, p.state, p.sha256, p.type
       FROM media f LEFT JOIN media_preview p ON p.source_sha256 = f.sha256
       WHERE f.id = ? AND f.state = 'present' AND f.sha256 IS NOT NULL`,
    )
    .get(id);
  if (row === undefined) return undefined;
  const { sha256, type } = row;
  const kept = sha256 === null || type === null ? 'failed' : { sha256, type };
  return { sha256: row.source, preview: row.state === null ? null : kept };
}

export function keepPreview(
  tx: WriteTx,
  source: string,
  { sha256, type, width, height, pages, durationMs }: KeptPreview & PreviewFacts,
  now: number,
): void {
  tx.run(
    `INSERT OR REPLACE INTO media_preview
       (source_sha256, state, sha256, type, width, height, pages, duration_ms, created_at)
     VALUES (?, 'present', ?, ?, ?, ?, ?, ?, ?)`,
    source,
    sha256,
    type,
    width,
    height,
    pages,
    durationMs,
    now,
  );
  noteMessages(tx, source);
}

/** Remembers that no preview can be made of this content. One that is there already stays. */
export function giveUpPreview(tx: WriteTx, source: string, now: number): void {
  const { changes } = tx.run(
    `INSERT OR IGNORE INTO media_preview (source_sha256, state, created_at) VALUES (?, 'failed', ?)`,
    source,
    now,
  );
  if (changes > 0) noteMessages(tx, source);
}

/** A preview whose file is gone from the disk is drawn anew. */
export function forgetPreview(tx: WriteTx, source: string): void {
  const { changes } = tx.run('DELETE FROM media_preview WHERE source_sha256 = ?', source);
  if (changes > 0) noteMessages(tx, source);
}

interface MessageOfContent {
  readonly id: MessageId;
  readonly conversation_id: ChatId;
}

function noteMessages(tx: WriteTx, source: string): void {
  const messages = tx
    .prepare<MessageOfContent>(
      `SELECT m.id, m.conversation_id FROM media f JOIN message m ON m.media_id = f.id WHERE f.sha256 = ?`,
    )
    .all(source);
  for (const message of messages) {
    tx.note({ kind: 'message', chatId: message.conversation_id, messageId: message.id });
  }
}
