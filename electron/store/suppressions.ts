import { createHmac, randomBytes } from 'node:crypto';
import type { Identity } from './identities.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Reader, WriteTx } from './store.ts';

const KEY = 'suppression.key';

/** Remembers people who were erased, without remembering who they were. */
export function suppress(tx: WriteTx, identities: readonly Identity[], now: number): void {
  const key = readKey(tx) ?? makeKey(tx, now);
  for (const identity of identities) {
    tx.run(
      'INSERT OR IGNORE INTO suppression (hash, at) VALUES (?, ?)',
      hashOf(key, identity),
      now,
    );
  }
}

/** When the person who goes by one of these was erased; undefined if nobody was. */
export function suppressedAt(db: Reader, identities: readonly Identity[]): number | undefined {
  const key = readKey(db);
  if (key === undefined) return undefined;
  const hashes = identities.map((identity) => hashOf(key, identity));
  return db
    .prepare<{ at: number }>(
      'SELECT at FROM suppression WHERE hash IN (SELECT value FROM json_each(?)) LIMIT 1',
    )
    .get(JSON.stringify(hashes))?.at;
}

function readKey(db: Reader): string | undefined {
  const key = readSetting(db, KEY);
  return typeof key === 'string' ? key : undefined;
}

function makeKey(tx: WriteTx, now: number): string {
  const key = randomBytes(32).toString('hex');
  writeSetting(tx, KEY, key, now);
  return key;
}

/** A number is one person's, whether WhatsApp or the owner wrote it. */
function hashOf(key: string, { kind, value, scope }: Identity): string {
  const name =
    kind === 'wa_id' ? `phone +${value}` : `${kind} ${scope} ${value}`.replace('  ', ' ');
  return createHmac('sha256', key).update(name).digest('base64url');
}
