import type { SendKind } from '#shared/attachments/plan.ts';
import { asId } from '#shared/ids.ts';
import type { AttachmentId, ChatId, MediaId, MessageId } from '#shared/ids.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import { MEDIA_COLUMNS, toMediaFile } from './media-file.ts';
import type { MediaColumns } from './media-file.ts';
import type { Reader, WriteTx } from './store.ts';

type AttachmentRow = MediaColumns & {
  readonly id: AttachmentId;
  readonly chat_id: ChatId;
  readonly send_as: SendKind;
  readonly caption: string;
  readonly name: string | null;
  readonly mime_type: string | null;
  readonly is_voice: number;
};

const ATTACHMENT = `
  SELECT d.id, d.conversation_id AS chat_id, d.send_as, d.caption,
    f.filename AS name, f.mime_type, f.is_voice, ${MEDIA_COLUMNS}
  FROM draft_attachment d JOIN media f ON f.id = d.media_id
  LEFT JOIN media_preview p ON p.source_sha256 = f.sha256`;

/** The files in a chat's field, in the order in which they will leave. */
export function listAttachments(db: Reader, chatId: ChatId): Attachment[] {
  return db
    .prepare<AttachmentRow>(`${ATTACHMENT} WHERE d.conversation_id = ? ORDER BY d.position, d.id`)
    .all(chatId)
    .flatMap(toAttachment);
}

export function findAttachment(db: Reader, id: AttachmentId): Attachment | undefined {
  const row = db.prepare<AttachmentRow>(`${ATTACHMENT} WHERE d.id = ?`).get(id);
  return row === undefined ? undefined : toAttachment(row)[0];
}

function toAttachment(row: AttachmentRow): Attachment[] {
  const file = toMediaFile(row);
  if (file === null) return [];
  return [
    {
      id: row.id,
      chatId: row.chat_id,
      name: row.name ?? '',
      mimeType: row.mime_type ?? '',
      sendAs: row.send_as,
      isVoice: row.is_voice === 1,
      caption: row.caption,
      file,
    },
  ];
}

/** Puts a file behind those that stand in the chat's field already. */
export function addAttachment(
  tx: WriteTx,
  chatId: ChatId,
  file: { readonly mediaId: MediaId; readonly sendAs: SendKind },
): AttachmentId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO draft_attachment (conversation_id, media_id, send_as, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM draft_attachment WHERE conversation_id = ?))`,
    chatId,
    file.mediaId,
    file.sendAs,
    chatId,
  );
  tx.note({ kind: 'chat', chatId });
  return asId<AttachmentId>(lastInsertRowid);
}

/** False when it is not there any more. */
export function captionAttachment(tx: WriteTx, id: AttachmentId, caption: string): boolean {
  return tx.run('UPDATE draft_attachment SET caption = ? WHERE id = ?', caption, id).changes === 1;
}

/** @param position counted from 0; past the end means at the end */
export function moveAttachment(tx: WriteTx, { id, chatId }: Attachment, position: number): void {
  const others = listAttachments(tx, chatId).filter((each) => each.id !== id);
  const order = others.map((each) => each.id).toSpliced(position, 0, id);
  for (const [place, each] of order.entries()) {
    tx.run('UPDATE draft_attachment SET position = ? WHERE id = ?', place, each);
  }
  tx.note({ kind: 'chat', chatId });
}

/** Takes a file out of the chat's field; the file itself stays. */
export function removeAttachment(tx: WriteTx, { id, chatId }: Attachment): void {
  tx.run('DELETE FROM draft_attachment WHERE id = ?', id);
  tx.note({ kind: 'chat', chatId });
}

/** Puts a message's file back before those that stand in its chat's field. False when it has none. */
export function returnToAttachments(
  tx: WriteTx,
  { id, chatId }: { readonly id: MessageId; readonly chatId: ChatId },
): boolean {
  const { changes } = tx.run(
    `INSERT INTO draft_attachment (conversation_id, media_id, send_as, caption, position)
     SELECT m.conversation_id, m.media_id, m.type, m.body,
       (SELECT coalesce(min(position) - 1, 0) FROM draft_attachment WHERE conversation_id = m.conversation_id)
     FROM message m WHERE m.id = ? AND m.media_id IS NOT NULL`,
    id,
  );
  if (changes === 1) tx.note({ kind: 'chat', chatId });
  return changes === 1;
}

/** When two threads become one. */
export function moveAttachments(tx: WriteTx, from: ChatId, to: ChatId): void {
  tx.run(
    `UPDATE draft_attachment SET conversation_id = ?, position = position + 1
       + (SELECT coalesce(max(position), 0) FROM draft_attachment WHERE conversation_id = ?)
     WHERE conversation_id = ?`,
    to,
    to,
    from,
  );
}
