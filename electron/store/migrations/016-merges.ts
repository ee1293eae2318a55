import type { Migration } from './migration.ts';

/**
 * What is needed to take the merge of two people back: which rows differed afterwards, and whose each
 * message was. Ids in here are never given to anybody else (see `free-ids.ts`), so nothing refers to
 * a contact or a chat by a key: one of the two is gone.
 *
 * `username_absent_at` is when somebody last wrote without having a username.
 */
export const merges: Migration = {
  name: '016-merges',
  sql: `
ALTER TABLE contact ADD COLUMN username_absent_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contact_email ON contact(lower(email)) WHERE email IS NOT NULL;

CREATE TABLE merge_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kept_id INTEGER NOT NULL,
  gone_id INTEGER NOT NULL,
  merged_by TEXT NOT NULL CHECK (merged_by IN ('whatsapp', 'owner')),
  at INTEGER NOT NULL,
  -- What has a higher number came after the merge.
  last_message_id INTEGER NOT NULL,
  last_consent_id INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX merge_log_kept ON merge_log(kept_id);
CREATE INDEX merge_log_gone ON merge_log(gone_id);

-- The chats of both before; joined_into where two with the same number of ours became one.
CREATE TABLE merge_chat (
  merge_id INTEGER NOT NULL REFERENCES merge_log(id) ON DELETE CASCADE,
  chat_id INTEGER NOT NULL,
  contact_id INTEGER NOT NULL,
  joined_into INTEGER,
  PRIMARY KEY (merge_id, chat_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_chat_chat ON merge_chat(chat_id);

-- was and became are rows as JSON; null: there was none, or is none.
CREATE TABLE merge_row (
  merge_id INTEGER NOT NULL REFERENCES merge_log(id) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  was TEXT,
  became TEXT,
  PRIMARY KEY (merge_id, table_name, row_key)
) STRICT, WITHOUT ROWID;

-- The chat and the sender in a group that a message had; null: the merge changed nothing there.
CREATE TABLE merge_message (
  merge_id INTEGER NOT NULL REFERENCES merge_log(id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  chat_id INTEGER,
  sender_contact_id INTEGER,
  PRIMARY KEY (merge_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_message_message ON merge_message(message_id);

-- Two people of whom the owner said that they are two; a_id is the lower one.
CREATE TABLE merge_refusal (
  a_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  b_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (a_id, b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_refusal_b ON merge_refusal(b_id);
`,
};
