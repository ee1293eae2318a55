import type { Migration } from './migration.ts';

/**
 * Custom fields of contacts, and imports with all that taking one back needs: what each row changed
 * (`import_row`, first before and then after), what the import made besides (`import_made`), the
 * rows it refused, and the people an undo had to leave as they are. A contact may be gone or have
 * become one with another when an import is undone, so nothing here refers to it by a key.
 */
export const imports: Migration = {
  name: '012-imports',
  sql: `
CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'yes_no')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE contact_field (
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES custom_field(id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (contact_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_field_value ON contact_field(field_id, value);

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  headers TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('applying', 'cancelling', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  data_rows INTEGER NOT NULL,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX import_unfinished ON import(id) WHERE state IN ('applying', 'cancelling', 'undoing');

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  phone TEXT NOT NULL,
  change TEXT NOT NULL,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_made (
  import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('label', 'field', 'field_type')),
  id INTEGER NOT NULL,
  was TEXT,
  PRIMARY KEY (import_id, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_rejection (
  import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_kept (
  import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  phone TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

-- How the owner last mapped a file with these headers.
CREATE TABLE import_mapping (
  headers TEXT PRIMARY KEY,
  targets TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
`,
};
