import type { ApiKeyId } from '#shared/ids.ts';
import type { Reader, WriteTx } from './store.ts';

/** A request that an API key marked with an `Idempotency-Key` of its own. */
export interface MarkedRequest {
  readonly apiKeyId: ApiKeyId;
  readonly key: string;
  readonly requestHash: string;
}

export interface RememberedRequest {
  readonly requestHash: string;
  /** Null while the request runs, or for good when Frontdesk ended in the middle of it. */
  readonly answer: { readonly status: number; readonly json: string } | null;
}

/** `status` of a request that has no answer yet. */
const RUNNING = 0;

export function findMarkedRequest(
  db: Reader,
  { apiKeyId, key }: Pick<MarkedRequest, 'apiKeyId' | 'key'>,
): RememberedRequest | undefined {
  const row = db
    .prepare<{ request_hash: string; status: number; answer: string }>(
      'SELECT request_hash, status, answer FROM idempotency_key WHERE api_key_id = ? AND key = ?',
    )
    .get(apiKeyId, key);
  return (
    row && {
      requestHash: row.request_hash,
      answer: row.status === RUNNING ? null : { status: row.status, json: row.answer },
    }
  );
}

/** Before the request runs, so that even after a crash it can't run a second time. */
export function noteMarkedRequest(tx: WriteTx, request: MarkedRequest, now: number): void {
  tx.run(
    `INSERT INTO idempotency_key (api_key_id, key, request_hash, status, answer, created_at)
     VALUES (?, ?, ?, ${RUNNING}, '', ?)`,
    request.apiKeyId,
    request.key,
    request.requestHash,
    now,
  );
}

export function keepAnswer(
  tx: WriteTx,
  { apiKeyId, key }: MarkedRequest,
  status: number,
  json: string,
): void {
  tx.run(
    'UPDATE idempotency_key SET status = ?, answer = ? WHERE api_key_id = ? AND key = ?',
    status,
    json,
    apiKeyId,
    key,
  );
}

/** For a request that was refused and so did nothing: it may be tried again with the same key. */
export function forgetMarkedRequest(tx: WriteTx, { apiKeyId, key }: MarkedRequest): void {
  tx.run('DELETE FROM idempotency_key WHERE api_key_id = ? AND key = ?', apiKeyId, key);
}

export function forgetMarkedRequestsBefore(tx: WriteTx, at: number): void {
  tx.run('DELETE FROM idempotency_key WHERE created_at <= ?', at);
}
