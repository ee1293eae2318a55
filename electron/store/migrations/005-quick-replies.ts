import type { Migration } from './migration.ts';

/** Answers that the owner gives often, found by what is typed after `/`. */
export const quickReplies: Migration = {
  name: '005-quick-replies',
  sql: `
CREATE TABLE quick_reply (
  id INTEGER PRIMARY KEY,
  shortcut TEXT NOT NULL UNIQUE COLLATE NOCASE,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
`,
};
