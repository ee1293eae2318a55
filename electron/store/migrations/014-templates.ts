import type { Migration } from './migration.ts';

/**
 * Templates: Meta's copy, the owner's draft apart from it, and what happened to each. The moments of
 * status, quality and category are kept beside them, so that late news does not undo newer news.
 * What was sent is found through the messages themselves.
 */
export const templates: Migration = {
  name: '014-templates',
  sql: `
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  category TEXT NOT NULL,
  status TEXT NOT NULL,
  components TEXT NOT NULL,
  meta_template_id TEXT,
  parameter_format TEXT NOT NULL DEFAULT 'POSITIONAL',
  quality TEXT NOT NULL DEFAULT 'UNKNOWN',
  rejected_reason TEXT,
  remark TEXT,
  correct_category TEXT,
  category_changes_at INTEGER,
  ttl_seconds INTEGER,
  status_at INTEGER NOT NULL,
  quality_at INTEGER NOT NULL,
  category_at INTEGER NOT NULL,
  synced_at INTEGER NOT NULL,
  is_stale INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, name, language)
) STRICT;
CREATE INDEX template_meta_id ON template(meta_template_id);
CREATE INDEX template_stale ON template(id) WHERE is_stale = 1;

CREATE TABLE template_draft (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  template_id INTEGER UNIQUE REFERENCES template(id) ON DELETE CASCADE,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX template_draft_account ON template_draft(account_id, updated_at DESC);

CREATE TABLE template_event (
  id INTEGER PRIMARY KEY,
  template_id INTEGER NOT NULL REFERENCES template(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('status', 'quality', 'category', 'edited')),
  at INTEGER NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  remark TEXT
) STRICT;
CREATE INDEX template_event_time ON template_event(template_id, at DESC, id DESC);
CREATE UNIQUE INDEX template_event_once ON template_event(template_id, kind, at, after);

ALTER TABLE account ADD COLUMN templates_synced_at INTEGER;

CREATE INDEX message_of_template ON message(
  account_id, json_extract(payload, '$.template.name'),
  json_extract(payload, '$.template.language.code'), timestamp
) WHERE type = 'template' AND direction = 'outbound';
`,
};
