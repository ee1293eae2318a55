import { theHouse } from './001-the-house.ts';
import { quickReplies } from './005-quick-replies.ts';
import type { Migration } from './migration.ts';

/** In order; `PRAGMA user_version` says how many of them a database has had. */
export const MIGRATIONS: readonly Migration[] = [theHouse, quickReplies];
