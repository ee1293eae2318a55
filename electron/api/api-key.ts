import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { findActiveApiKey, insertApiKey, noteApiKeyUse } from '../store/api-keys.ts';
import type { ApiKey } from '../store/api-keys.ts';
import type { Store } from '../store/store.ts';
import type { Scope } from './scope.ts';

const KEY_BYTES = 32;
const KEY = /^fd_[\w-]{43}$/;

/** Writing the time of every request would cost a disk flush each. */
const USE_IS_NOTED_EVERY_MS = 60_000;

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

export interface MintedApiKey {
  readonly apiKey: ApiKey;
  /** `fd_…`, to be shown once: only its hash is kept. */
  readonly key: string;
}

export function mintApiKey(
  { store, clock }: Dependencies,
  { name, scopes }: { readonly name: string; readonly scopes: readonly Scope[] },
): MintedApiKey {
  const key = `fd_${randomBytes(KEY_BYTES).toString('base64url')}`;
  const apiKey = store.write((tx) =>
    insertApiKey(tx, { name, keyHash: hashOf(key), scopes }, clock()),
  );
  return { apiKey, key };
}

/**
 * The record of a key that came with a request, or undefined when it opens nothing. It is looked up
 * by its hash, so the time that takes says nothing about how much of a guess was right.
 */
export function recogniseApiKey({ store, clock }: Dependencies, key: string): ApiKey | undefined {
  if (!KEY.test(key)) return undefined;
  const apiKey = findActiveApiKey(store, hashOf(key));
  if (apiKey === undefined) return undefined;
  const now = clock();
  if (now - (apiKey.lastUsedAt ?? 0) >= USE_IS_NOTED_EVERY_MS) {
    store.write((tx) => noteApiKeyUse(tx, apiKey.id, now));
  }
  return apiKey;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
