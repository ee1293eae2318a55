import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import type { Reader, WriteTx } from './store.ts';

/** The value as it was written, unchecked: whoever reads a setting parses it with its own schema. */
export function readSetting(db: Reader, key: string): Json | undefined {
  const row = db.prepare<{ value: string }>('SELECT value FROM setting WHERE key = ?').get(key);
  return row && parseJson(row.value);
}

export function writeSetting(tx: WriteTx, key: string, value: Json, now: number): void {
  tx.run(
    `INSERT INTO setting (key, value, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    key,
    JSON.stringify(value),
    now,
  );
}
