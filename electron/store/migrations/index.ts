import { theHouse } from './001-the-house.ts';
import { triage } from './004-triage.ts';
import type { Migration } from './migration.ts';

/** In order; `PRAGMA user_version` says how many of them a database has had. */
export const MIGRATIONS: readonly Migration[] = [theHouse, triage];
