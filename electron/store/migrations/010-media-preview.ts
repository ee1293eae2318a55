import type { Migration } from './migration.ts';

/**
 * Small pictures of large files: one per content, however many messages bring it. The picture itself
 * lies in the media folder like any file. `failed` is kept too, so that what can't be drawn is not
 * tried again on every look.
 */
export const mediaPreview: Migration = {
  name: '010-media-preview',
  sql: `
CREATE TABLE media_preview (
  source_sha256 TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('present', 'failed')),
  sha256 TEXT,
  type TEXT,
  width INTEGER,
  height INTEGER,
  pages INTEGER,
  duration_ms INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((state = 'present') = (sha256 IS NOT NULL AND type IS NOT NULL AND width IS NOT NULL AND height IS NOT NULL))
) STRICT;

-- The files of one chat in the thread's order, for going from one to the next.
CREATE INDEX message_with_file ON message(conversation_id, timestamp, id) WHERE media_id IS NOT NULL;
`,
};
