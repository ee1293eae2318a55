import type { ApiKeyId } from '#shared/ids.ts';
import type { Reader, WriteTx } from './store.ts';

/** A key of the REST API without the key itself, of which only a hash is kept. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly name: string;
  /** As stored, so perhaps words that this program does not know. */
  readonly scopes: readonly string[];
  readonly isActive: boolean;
  readonly lastUsedAt: number | null;
  readonly createdAt: number;
}

export interface NewApiKey {
  readonly name: string;
  /** SHA-256 of the key, in hex. */
  readonly keyHash: string;
  readonly scopes: readonly string[];
}

interface ApiKeyRow {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly key_hash: string;
  readonly scopes: string;
  readonly is_active: number;
  readonly last_used_at: number | null;
  readonly created_at: number;
}

export function insertApiKey(
  tx: WriteTx,
  { name, keyHash, scopes }: NewApiKey,
  now: number,
): ApiKey {
  const row = tx
    .prepare<ApiKeyRow>(
      'INSERT INTO api_key (name, key_hash, scopes, created_at) VALUES (?, ?, ?, ?) RETURNING *',
    )
    .get(name, keyHash, scopes.join(','), now);
  if (row === undefined) throw new Error('SQLite did not return the API key it stored.');
  return toApiKey(row);
}

/** All keys, revoked ones too, oldest first. */
export function listApiKeys(db: Reader): ApiKey[] {
  return db.prepare<ApiKeyRow>('SELECT * FROM api_key ORDER BY id').all().map(toApiKey);
}

/** The key with this hash, if it was not revoked. */
export function findActiveApiKey(db: Reader, keyHash: string): ApiKey | undefined {
  const row = db
    .prepare<ApiKeyRow>('SELECT * FROM api_key WHERE key_hash = ? AND is_active = 1')
    .get(keyHash);
  return row && toApiKey(row);
}

/** The key as it is now, or undefined when there is none with this id. */
export function revokeApiKey(tx: WriteTx, id: ApiKeyId): ApiKey | undefined {
  const row = tx
    .prepare<ApiKeyRow>('UPDATE api_key SET is_active = 0 WHERE id = ? RETURNING *')
    .get(id);
  return row && toApiKey(row);
}

export function noteApiKeyUse(tx: WriteTx, id: ApiKeyId, at: number): void {
  tx.run('UPDATE api_key SET last_used_at = ? WHERE id = ?', at, id);
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes.split(','),
    isActive: row.is_active === 1,
    lastUsedAt: row.last_used_at,
    createdAt: row.created_at,
  };
}
