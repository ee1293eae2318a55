import { time, timeOrNull } from '../api/wire/time.ts';
import type { ApiKey } from '../store/api-keys.ts';

export interface ApiKeyOnWire {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly is_active: boolean;
  readonly last_used_at: string | null;
  readonly created_at: string;
}

export function apiKeyOnWire(key: ApiKey): ApiKeyOnWire {
  return {
    id: key.id,
    name: key.name,
    scopes: key.scopes,
    is_active: key.isActive,
    last_used_at: timeOrNull(key.lastUsedAt),
    created_at: time(key.createdAt),
  };
}
