import type { SecretTable } from './tables.ts';
import type { Reader, WriteTx } from './store.ts';

/** A secret as it lies in the database: locked, with the name of its lock. */
export type LockedSecret = Pick<SecretTable, 'scheme' | 'locked'>;

export function readLockedSecret(db: Reader, name: string): LockedSecret | undefined {
  return db.prepare<LockedSecret>('SELECT scheme, locked FROM secret WHERE name = ?').get(name);
}

export function writeLockedSecret(
  tx: WriteTx,
  name: string,
  secret: LockedSecret,
  now: number,
): void {
  tx.run(
    `INSERT INTO secret (name, scheme, locked, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET scheme = excluded.scheme, locked = excluded.locked, updated_at = excluded.updated_at`,
    name,
    secret.scheme,
    secret.locked,
    now,
  );
}
