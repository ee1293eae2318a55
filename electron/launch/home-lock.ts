import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { isAlive } from './process-alive.ts';

export type HomeLock =
  | { readonly held: true; release(): void }
  /** `heldBy` is null when the holder could not be found out. */
  | { readonly held: false; readonly heldBy: number | null };

const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 50;

/**
 * One program per data folder. The lock is the operating system's own, taken through SQLite: it
 * goes with its process however that dies, so nothing stale can stay behind and a pid that was
 * given to another program can't deceive. `frontdesk.pid` only serves to name the holder.
 */
export async function acquireHomeLock(home: string): Promise<HomeLock> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const lock = tryLock(home);
    if (lock !== undefined) return lock;
    const holder = holderOfHome(home);
    if (holder !== undefined) return { held: false, heldBy: holder };
    // The holder is between taking the lock and signing, or between unsigning and letting go.
    await pause(BETWEEN_ATTEMPTS_MS);
  }
  return { held: false, heldBy: null };
}

function tryLock(home: string): HomeLock | undefined {
  const database = new Database(join(home, 'frontdesk.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  const signature = join(home, 'frontdesk.pid');
  writeFileSync(signature, `${process.pid}\n`);
  return {
    held: true,
    release() {
      rmSync(signature, { force: true });
      database.close();
    },
  };
}

/** The process that has the home, as far as a glance can tell. */
export function holderOfHome(home: string): number | undefined {
  const pid = readPid(join(home, 'frontdesk.pid'));
  return pid !== undefined && isAlive(pid) ? pid : undefined;
}

function readPid(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
