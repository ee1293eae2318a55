import type { Migration } from './migration.ts';

/** Places that the owner sends often. */
export const savedPlaces: Migration = {
  name: '007-saved-places',
  sql: `
CREATE TABLE saved_place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  updated_at INTEGER NOT NULL
) STRICT;
`,
};
