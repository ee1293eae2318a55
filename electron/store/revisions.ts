import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { JsonObject } from '#shared/json.ts';
import { fieldAt, objectAt } from '#shared/json-fields.ts';
import { contentText, readContent } from '#shared/message-content.ts';
import { messageTypeOf } from '#shared/message-type.ts';
import type { MessageType } from '#shared/models/message.ts';
import type { MessageRevisionTable } from './tables.ts';
import type { WriteTx } from './store.ts';

/** Keeps an edit or a deletion, also when its message is not known yet. False when it was known. */
export function recordRevision(tx: WriteTx, revision: MessageRevisionTable): boolean {
  const { changes } = tx.run(
    `INSERT INTO message_revision (source_wamid, account_id, target_wamid, kind, payload, at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    revision.source_wamid,
    revision.account_id,
    revision.target_wamid,
    revision.kind,
    revision.payload,
    revision.at,
  );
  return changes > 0;
}

interface TargetRow {
  readonly id: MessageId;
  readonly conversation_id: ChatId;
  readonly payload: string;
}

/**
 * Brings a message in line with the edits and deletions known for it: the latest edit's words, and
 * a mark where it was deleted. The first wording stays in the payload under `before_edit`.
 */
export function applyRevisions(tx: WriteTx, accountId: AccountId, wamid: string): void {
  const revisions = tx
    .prepare<Pick<MessageRevisionTable, 'kind' | 'payload' | 'at'>>(
      `SELECT kind, payload, at FROM message_revision WHERE target_wamid = ? AND account_id = ?
       ORDER BY at DESC, source_wamid DESC`,
    )
    .all(wamid, accountId);
  if (revisions.length === 0) return;
  const target = tx
    .prepare<TargetRow>(
      `SELECT id, conversation_id, payload FROM message
       WHERE wamid = ? AND account_id = ? AND type NOT IN ('reaction', 'system')`,
    )
    .get(wamid, accountId);
  if (target === undefined) return;
  const edit = revisions.find((revision) => revision.kind === 'edit');
  if (edit !== undefined) applyEdit(tx, target, edit);
  if (revisions.some((revision) => revision.kind === 'revoke')) {
    tx.run('UPDATE message SET is_deleted = 1 WHERE id = ? AND is_deleted = 0', target.id);
  }
  tx.note({ kind: 'message', chatId: target.conversation_id, messageId: target.id });
}

function applyEdit(
  tx: WriteTx,
  target: TargetRow,
  edit: Pick<MessageRevisionTable, 'payload' | 'at'>,
): void {
  const { type, payload } = edited(parseJson(target.payload), parseJson(edit.payload));
  if (type === 'reaction' || type === 'system') return;
  const text = JSON.stringify(payload);
  tx.run(
    `UPDATE message SET type = ?, body = ?, payload = ?, edited_at = ?
     WHERE id = ? AND (edited_at IS NOT ? OR payload <> ?)`,
    type,
    contentText(readContent(type, payload)),
    text,
    edit.at,
    target.id,
    edit.at,
    text,
  );
}

function edited(
  current: ReturnType<typeof parseJson>,
  edit: ReturnType<typeof parseJson>,
): { readonly type: MessageType; readonly payload: JsonObject } {
  const original = objectAt(current, 'before_edit') ?? (isJsonObject(current) ? current : {});
  const type = messageTypeOf(edit);
  const content = fieldAt(edit, type);
  return {
    type,
    payload: {
      ...original,
      type,
      ...(content !== undefined && { [type]: content }),
      before_edit: original,
    },
  };
}
