import type { Reader } from './store.ts';
import type { MediaTable, OutboxState, WebhookState } from './tables.ts';

/*
 * What the doctor wants to know. These go over whole tables or indexes, so they are not for the
 * main loop of the running app.
 */

/** What SQLite finds wrong with the file; empty when it is sound. */
export function findDamage(db: Reader): string[] {
  const rows = db.prepare<{ quick_check: string }>('PRAGMA quick_check(10)').all();
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
}

export function countWebhooksByState(db: Reader): ReadonlyMap<WebhookState, number> {
  return counted<WebhookState>(db, 'SELECT state, count(*) AS n FROM webhook_log GROUP BY state');
}

export function countOutboxByState(db: Reader): ReadonlyMap<OutboxState, number> {
  return counted<OutboxState>(
    db,
    "SELECT state, count(*) AS n FROM outbox WHERE state IN ('queued', 'claimed', 'unknown') GROUP BY state",
  );
}

export function countMediaByState(db: Reader): ReadonlyMap<MediaTable['state'], number> {
  return counted<MediaTable['state']>(db, 'SELECT state, count(*) AS n FROM media GROUP BY state');
}

/** A file that should lie in the media folder. */
export interface ExpectedFile {
  readonly sha256: string;
  /** Null where nobody counted them. */
  readonly bytes: number | null;
}

/** Files of messages and their small pictures, the newest first; each content once. */
export function expectedFiles(db: Reader): ExpectedFile[] {
  return db
    .prepare<ExpectedFile>(
      `SELECT sha256, max(bytes) AS bytes FROM (
         SELECT id, sha256, bytes FROM media WHERE state = 'present' AND sha256 IS NOT NULL
         UNION ALL SELECT 0, sha256, NULL FROM media_preview WHERE sha256 IS NOT NULL)
       GROUP BY sha256 ORDER BY max(id) DESC`,
    )
    .all();
}

/** When the oldest message of the queue was put there; undefined when the queue is empty. */
export function oldestQueuedAt(db: Reader): number | undefined {
  const row = db
    .prepare<{ at: number | null }>(
      "SELECT min(created_at) AS at FROM outbox WHERE state IN ('queued', 'claimed')",
    )
    .get();
  return row?.at ?? undefined;
}

function counted<State extends string>(db: Reader, sql: string): ReadonlyMap<State, number> {
  const rows = db.prepare<{ state: State; n: number }>(sql).all();
  return new Map(rows.map(({ state, n }) => [state, n]));
}
