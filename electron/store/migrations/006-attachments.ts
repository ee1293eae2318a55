import type { Migration } from './migration.ts';

/**
 * Files of the owner's own: those that stand in a chat's field beside its draft, and the ids under
 * which Meta keeps a file for a number, so that the same file is not uploaded twice. The outbox says
 * itself which of its messages have a file: looking for those must not read the whole queue.
 */
export const attachments: Migration = {
  name: '006-attachments',
  sql: `
CREATE TABLE draft_attachment (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  media_id INTEGER NOT NULL REFERENCES media(id),
  send_as TEXT NOT NULL CHECK (send_as IN ('image', 'video', 'audio', 'document', 'sticker')),
  caption TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_attachment_chat ON draft_attachment(conversation_id, position);
CREATE INDEX draft_attachment_media ON draft_attachment(media_id);

-- Meta's ids are good for one number only, and for thirty days.
CREATE TABLE media_upload (
  account_id INTEGER NOT NULL REFERENCES account(id),
  sha256 TEXT NOT NULL,
  meta_media_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, sha256)
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN has_file INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET has_file = 1
  WHERE message_id IN (SELECT id FROM message WHERE media_id IS NOT NULL);
CREATE INDEX outbox_files ON outbox(account_id, next_attempt_at, id)
  WHERE state = 'queued' AND has_file = 1;

-- A file that did not come from Meta is the owner's own.
CREATE INDEX media_own ON media(id) WHERE account_id IS NULL;
`,
};
