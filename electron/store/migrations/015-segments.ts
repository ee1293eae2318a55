import type { Migration } from './migration.ts';

/** Whether a message is something that we wrote and that left, or is about to. */
function isOurs(m: string): string {
  return `(${m}.direction = 'outbound' AND ${m}.type NOT IN ('reaction', 'system') AND ${m}.status <> 'failed')`;
}

const LAST_OF_OURS = `(
  SELECT m.timestamp FROM message m
  WHERE m.conversation_id = conversation.id AND m.type <> 'reaction' AND ${isOurs('m')}
  ORDER BY m.timestamp DESC, m.id DESC LIMIT 1)`;

/**
 * Segments, and what their rules ask that no table could answer quickly. When we last wrote into a
 * chat the database keeps itself, because messages fail, move and go in many places. A removed
 * segment rests until its removal can't be undone.
 *
 * Campaigns and who got them, as anybody may read them. They stand here because rules ask about
 * them; what sends them adds what it needs. A recipient outlives the contact, so that counts add up.
 */
export const segments: Migration = {
  name: '015-segments',
  sql: `
CREATE TABLE segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  rules TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX segment_name ON segment(name_key) WHERE removed_at IS NULL;

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  template_id INTEGER,
  status TEXT NOT NULL CHECK (status IN
    ('draft', 'scheduled', 'running', 'paused', 'completed', 'cancelled', 'failed')),
  scheduled_at INTEGER,
  started_at INTEGER,
  completed_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX campaign_started ON campaign(started_at) WHERE started_at IS NOT NULL;

CREATE TABLE campaign_recipient (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
  phone TEXT,
  parameters TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN
    ('planned', 'claimed', 'accepted', 'sent', 'delivered', 'read', 'failed', 'skipped', 'unknown')),
  reason TEXT,
  wamid TEXT,
  error_code INTEGER
) STRICT;
CREATE INDEX campaign_recipient_state ON campaign_recipient(campaign_id, status, contact_id);
CREATE INDEX campaign_recipient_contact ON campaign_recipient(contact_id) WHERE contact_id IS NOT NULL;

ALTER TABLE conversation ADD COLUMN last_outbound_at INTEGER;
UPDATE conversation SET last_outbound_at = ${LAST_OF_OURS};
CREATE TRIGGER message_left AFTER INSERT ON message WHEN ${isOurs('NEW')} BEGIN
  UPDATE conversation SET last_outbound_at = NEW.timestamp
  WHERE id = NEW.conversation_id AND coalesce(last_outbound_at, 0) < NEW.timestamp;
END;
CREATE TRIGGER message_left_changed
AFTER UPDATE OF conversation_id, direction, type, status, timestamp ON message
WHEN ${isOurs('OLD')} <> ${isOurs('NEW')} OR (${isOurs('NEW')}
  AND (OLD.conversation_id <> NEW.conversation_id OR OLD.timestamp <> NEW.timestamp)) BEGIN
  UPDATE conversation SET last_outbound_at = ${LAST_OF_OURS}
  WHERE id IN (OLD.conversation_id, NEW.conversation_id);
END;
CREATE TRIGGER message_left_gone AFTER DELETE ON message WHEN ${isOurs('OLD')} BEGIN
  UPDATE conversation SET last_outbound_at = ${LAST_OF_OURS}
  WHERE id = OLD.conversation_id AND last_outbound_at <= OLD.timestamp;
END;

CREATE INDEX import_row_new ON import_row(contact_id) WHERE json_extract(change, '$.before') IS NULL;
`,
};
