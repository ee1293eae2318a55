import type { Migration } from './migration.ts';

/** Works out `contact.is_blocked` of the people that `who` selects. */
function settle(who: string): string {
  return `UPDATE contact SET is_blocked = NOT is_blocked
  WHERE id IN (${who}) AND is_blocked <> EXISTS (
    SELECT 1 FROM blocked_user b JOIN account a ON a.id = b.account_id
    WHERE b.contact_id = contact.id AND b.is_active = 1 AND a.removed_at IS NULL);`;
}

const LAST_MESSAGE = `coalesce(
  (SELECT max(v.last_message_at) FROM conversation v WHERE v.contact_id = contact.id), 0)`;

/**
 * Whom each number has blocked, and whom it once had. `contact.is_blocked` follows from it, over all
 * numbers that are connected; the database keeps it so, because blocks change in many places.
 *
 * An inactive row with `meta_error` and without `unblocked_at` is a block that WhatsApp refused.
 * `suppression` remembers people who were erased, by a keyed hash of what WhatsApp calls them.
 */
export const blocks: Migration = {
  name: '013-blocks',
  sql: `
CREATE TABLE blocked_user (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account(id),
  contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  phone TEXT,
  wa_id TEXT,
  bsuid TEXT,
  is_active INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  blocked_by TEXT NOT NULL,
  blocked_at INTEGER NOT NULL,
  until INTEGER,
  unblocked_at INTEGER,
  unblocked_by TEXT,
  meta_error TEXT
) STRICT;
CREATE UNIQUE INDEX blocked_user_person ON blocked_user(contact_id, account_id) WHERE is_active = 1;
CREATE INDEX blocked_user_contact ON blocked_user(contact_id);
CREATE INDEX blocked_user_recent ON blocked_user(is_active, blocked_at DESC, id DESC);
CREATE INDEX blocked_user_account ON blocked_user(account_id, is_active, blocked_at DESC, id DESC);
CREATE INDEX blocked_user_phone ON blocked_user(phone) WHERE is_active = 1;
CREATE INDEX blocked_user_until ON blocked_user(until) WHERE is_active = 1 AND until IS NOT NULL;

CREATE TRIGGER blocked_user_added AFTER INSERT ON blocked_user WHEN NEW.is_active = 1 BEGIN
  ${settle('SELECT NEW.contact_id')}
END;
CREATE TRIGGER blocked_user_changed AFTER UPDATE OF is_active, contact_id ON blocked_user BEGIN
  ${settle('SELECT NEW.contact_id UNION SELECT OLD.contact_id')}
END;
CREATE TRIGGER blocked_user_removed AFTER DELETE ON blocked_user WHEN OLD.is_active = 1 BEGIN
  ${settle('SELECT OLD.contact_id')}
END;
CREATE TRIGGER blocked_user_account_removed AFTER UPDATE OF removed_at ON account
WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) BEGIN
  ${settle('SELECT contact_id FROM blocked_user WHERE account_id = NEW.id AND is_active = 1')}
END;

CREATE TABLE suppression (
  hash TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the contact list is sorted by. People without a name come last.
ALTER TABLE contact ADD COLUMN sort_name TEXT
  GENERATED ALWAYS AS (coalesce(lower(nullif(name, '')), char(1114111))) VIRTUAL;
ALTER TABLE contact ADD COLUMN latest_message_at INTEGER NOT NULL DEFAULT 0;
UPDATE contact SET latest_message_at = ${LAST_MESSAGE}
WHERE id IN (SELECT contact_id FROM conversation WHERE last_message_at IS NOT NULL);
CREATE INDEX contact_by_name ON contact(sort_name, id);
CREATE INDEX contact_by_last_message ON contact(latest_message_at DESC, id DESC);
CREATE INDEX contact_by_age ON contact(created_at DESC, id DESC);

CREATE TRIGGER contact_chat_begun AFTER INSERT ON conversation WHEN NEW.last_message_at IS NOT NULL BEGIN
  UPDATE contact SET latest_message_at = ${LAST_MESSAGE} WHERE id = NEW.contact_id;
END;
CREATE TRIGGER contact_written AFTER UPDATE OF last_message_at, contact_id ON conversation
WHEN OLD.last_message_at IS NOT NEW.last_message_at OR OLD.contact_id <> NEW.contact_id BEGIN
  UPDATE contact SET latest_message_at = ${LAST_MESSAGE} WHERE id IN (NEW.contact_id, OLD.contact_id);
END;
CREATE TRIGGER contact_chat_gone AFTER DELETE ON conversation BEGIN
  UPDATE contact SET latest_message_at = ${LAST_MESSAGE} WHERE id = OLD.contact_id;
END;
`,
};
