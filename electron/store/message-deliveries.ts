import type { WebhookLogId } from '#shared/ids.ts';
import type { DeliveryRecord } from '#shared/models/message-history.ts';
import type { Reader } from './store.ts';

/** Meta tells of a message within this time; what it repeated later is not looked for. */
const AROUND_MS = 10 * 60_000;

/** Of every moment so many deliveries are looked into, so that a long log costs no more than a short one. */
const LOOKED_INTO = 150;
const MOMENTS = 5;

interface LogRow {
  readonly id: WebhookLogId;
  readonly receivedAt: number;
  readonly state: DeliveryRecord['state'];
  readonly error: string | null;
}

/**
 * The deliveries that name a message, near the moments at which something happened to it. The log
 * has no index of messages; its ids rise with time, which finds the place.
 */
export function deliveriesAbout(
  db: Reader,
  wamid: string,
  moments: readonly number[],
): DeliveryRecord[] {
  const found = new Map<WebhookLogId, DeliveryRecord>();
  for (const moment of moments.slice(0, MOMENTS)) {
    const end = firstIdSince(db, moment + AROUND_MS);
    for (const row of lookInto(db, wamid, moment, end)) found.set(row.id, row);
  }
  return [...found.values()].toSorted((one, other) => one.id - other.id);
}

function lookInto(db: Reader, wamid: string, moment: number, end: number): readonly LogRow[] {
  const middle = firstIdSince(db, moment + 1);
  const rows = `SELECT id, received_at AS receivedAt, state, error, instr(raw, ?) > 0 AS names
    FROM webhook_log WHERE state <> 'quarantined'`;
  return db
    .prepare<LogRow>(
      `SELECT id, receivedAt, state, error FROM (
         SELECT * FROM (${rows} AND id < ? ORDER BY id DESC LIMIT ${LOOKED_INTO})
         UNION ALL
         SELECT * FROM (${rows} AND id >= ? AND id < ? ORDER BY id LIMIT ${LOOKED_INTO}))
       WHERE names = 1 AND receivedAt >= ?`,
    )
    .all(wamid, middle, wamid, middle, end, moment - AROUND_MS);
}

/** The id of the first delivery that came at this time or later; past the last when none did. */
function firstIdSince(db: Reader, time: number): number {
  const last = db.prepare<{ id: number | null }>('SELECT max(id) AS id FROM webhook_log').get();
  let low = 0;
  let high = (last?.id ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = db
      .prepare<{ id: number; at: number }>(
        'SELECT id, received_at AS at FROM webhook_log WHERE id >= ? ORDER BY id LIMIT 1',
      )
      .get(middle);
    if (row === undefined || row.at >= time) high = middle;
    else low = row.id + 1;
  }
  return low;
}
