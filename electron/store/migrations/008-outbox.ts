import type { Migration } from './migration.ts';

/**
 * What an owner wants to know of messages that have not left: which of them are held and why, what
 * each attempt came to, and which are to leave later.
 */
export const outbox: Migration = {
  name: '008-outbox',
  sql: `
-- window_closed and missed_start: the owner is asked. until_reply: leaves when the customer writes.
ALTER TABLE outbox ADD COLUMN hold TEXT CHECK (hold IN ('window_closed', 'missed_start', 'until_reply'));
UPDATE outbox SET hold = 'window_closed'
WHERE message_id IN (SELECT id FROM message
  WHERE direction = 'outbound' AND status = 'failed' AND error_code = 131047 AND type <> 'reaction');
CREATE INDEX outbox_until_reply ON outbox(conversation_id) WHERE hold = 'until_reply';

CREATE TABLE outbox_attempt (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused', 'not_reached', 'ambiguous')),
  -- The body of the request; null where a former run made it and can't be asked any more.
  request TEXT,
  wamid TEXT,
  error_code INTEGER,
  error_title TEXT,
  error_details TEXT,
  fbtrace_id TEXT
) STRICT;
CREATE INDEX outbox_attempt_message ON outbox_attempt(message_id, id);

-- No message before its time: it is nobody's last word, answers nobody and can't be found.
CREATE TABLE scheduled_message (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id),
  account_id INTEGER NOT NULL REFERENCES account(id),
  body TEXT NOT NULL,
  reply_to_wamid TEXT,
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX scheduled_message_due ON scheduled_message(due_at);
CREATE INDEX scheduled_message_chat ON scheduled_message(conversation_id, due_at);
`,
};
