import { asId } from '#shared/ids.ts';
import type { ChatId, ScheduledId } from '#shared/ids.ts';
import type { ScheduledMessage } from '#shared/models/scheduled-message.ts';
import type { Reader, WriteTx } from './store.ts';

const COLUMNS = `s.id, s.conversation_id AS chatId, s.account_id AS accountId, s.body,
  s.reply_to_wamid AS replyToWamid, s.due_at AS dueAt,
  (SELECT q.id FROM message q WHERE q.wamid = s.reply_to_wamid AND q.account_id = s.account_id) AS replyTo`;

export function addScheduled(
  tx: WriteTx,
  message: Omit<ScheduledMessage, 'id' | 'replyTo'>,
  now: number,
): ScheduledId {
  const { lastInsertRowid } = tx.run(
    `INSERT INTO scheduled_message (conversation_id, account_id, body, reply_to_wamid, due_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    message.chatId,
    message.accountId,
    message.body,
    message.replyToWamid,
    message.dueAt,
    now,
  );
  tx.note({ kind: 'chat', chatId: message.chatId });
  return asId<ScheduledId>(lastInsertRowid);
}

export function findScheduled(db: Reader, id: ScheduledId): ScheduledMessage | undefined {
  return db
    .prepare<ScheduledMessage>(`SELECT ${COLUMNS} FROM scheduled_message s WHERE s.id = ?`)
    .get(id);
}

/** What is to leave into a chat, the next first. */
export function scheduledOf(db: Reader, chatId: ChatId): ScheduledMessage[] {
  return db
    .prepare<ScheduledMessage>(
      `SELECT ${COLUMNS} FROM scheduled_message s WHERE s.conversation_id = ? ORDER BY s.due_at, s.id`,
    )
    .all(chatId);
}

export function changeScheduled(tx: WriteTx, { id, chatId, body, dueAt }: ScheduledMessage): void {
  tx.run('UPDATE scheduled_message SET body = ?, due_at = ? WHERE id = ?', body, dueAt, id);
  tx.note({ kind: 'chat', chatId });
}

/** True for whoever took it: no second one can send it, or bring it back. */
export function takeScheduled(tx: WriteTx, { id, chatId }: ScheduledMessage): boolean {
  const { changes } = tx.run('DELETE FROM scheduled_message WHERE id = ?', id);
  tx.note({ kind: 'chat', chatId });
  return changes === 1;
}

/** What is due from numbers that are connected; from the others it waits. */
export function dueScheduled(db: Reader, now: number, limit: number): ScheduledMessage[] {
  return db
    .prepare<ScheduledMessage>(
      `SELECT ${COLUMNS} FROM scheduled_message s JOIN account a ON a.id = s.account_id
       WHERE s.due_at <= ? AND a.is_active = 1 AND a.removed_at IS NULL
       ORDER BY s.due_at, s.id LIMIT ?`,
    )
    .all(now, limit);
}

/** When the next one is due that is not due yet. */
export function nextScheduledAt(db: Reader, now: number): number | undefined {
  const row = db
    .prepare<{ at: number | null }>(
      'SELECT min(due_at) AS at FROM scheduled_message WHERE due_at > ?',
    )
    .get(now);
  return row?.at ?? undefined;
}
