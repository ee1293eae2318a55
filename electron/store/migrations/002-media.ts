import type { Migration } from './migration.ts';

/**
 * What fetching a file needs: the hash that Meta promised (base64 or hex), how often it was tried
 * and when it is tried again, why it did not work; and what is known of a file that is here: the
 * type it really has where a page may show it, and its size in pixels.
 */
export const media: Migration = {
  name: '002-media',
  sql: `
ALTER TABLE media ADD COLUMN meta_sha256 TEXT;
ALTER TABLE media ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN next_attempt_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN error TEXT;
ALTER TABLE media ADD COLUMN shown_type TEXT;
ALTER TABLE media ADD COLUMN width INTEGER;
ALTER TABLE media ADD COLUMN height INTEGER;
CREATE INDEX media_wanted ON media(next_attempt_at, id) WHERE state = 'wanted';
CREATE INDEX message_media ON message(media_id) WHERE media_id IS NOT NULL;
`,
};
