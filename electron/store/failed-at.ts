import type { MessageId } from '#shared/ids.ts';
import type { Reader } from './store.ts';

/** When a message of ours last failed, by Meta's answer or by its status; in ms since 1970. */
export function failedAt(db: Reader, id: MessageId, wamid: string | null): number | undefined {
  const row = db
    .prepare<{ at: number | null }>(
      `SELECT max(at) AS at FROM (
         SELECT max(ended_at) AS at FROM outbox_attempt WHERE message_id = ?
         UNION ALL
         SELECT max(at) FROM message_status WHERE wamid = ? AND status = 'failed')`,
    )
    .get(id, wamid);
  return row?.at ?? undefined;
}
