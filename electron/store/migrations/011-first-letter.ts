import type { Migration } from './migration.ts';

/**
 * The index over all words again, now also by the first letter, which is what people type first:
 * without it, one letter reads every word that begins with it. FTS5 can't be told so later, hence a
 * new table, which the indexer fills in its own time as it did the first.
 */
export const firstLetter: Migration = {
  name: '011-first-letter',
  sql: `
DROP TABLE message_search;
CREATE VIRTUAL TABLE message_search USING fts5(
  words, facets, content='', contentless_delete=1, prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
INSERT INTO setting (key, value, updated_at)
  SELECT 'search.unindexed', CAST(max(id) AS TEXT), 0 FROM message HAVING max(id) IS NOT NULL
  ON CONFLICT (key) DO UPDATE SET value = excluded.value;
`,
};
