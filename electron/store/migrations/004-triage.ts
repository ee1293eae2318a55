import type { Migration } from './migration.ts';

/** Whether a message is a turn of the talk: a reply that never left answers nobody. */
function isTurn(m: string): string {
  return `(${m}.type <> 'reaction' AND (${m}.type <> 'system' OR ${m}.is_notable = 1)
    AND (${m}.direction = 'inbound' OR ${m}.status <> 'failed'))`;
}

/** Whether a message of ours needs the owner: it failed, or nobody knows. */
function isProblem(m: string): string {
  return `(${m}.direction = 'outbound' AND ${m}.type <> 'reaction' AND ${m}.hidden_at IS NULL
    AND ${m}.status IN ('failed', 'unknown'))`;
}

const CUSTOMER_SPOKE_LAST = `coalesce((
  SELECT m.direction = 'inbound' FROM message m
  WHERE m.conversation_id = conversation.id AND m.type <> 'reaction' AND ${isTurn('m')}
  ORDER BY m.timestamp DESC, m.id DESC LIMIT 1), 0)`;

/**
 * Putting chats in order: pins, mutes, snoozes, and two facts about each chat that the views need.
 * Whether the customer waits, and how many messages failed, the database keeps itself: messages
 * change in many places, and none of them can forget it this way.
 */
export const triage: Migration = {
  name: '004-triage',
  sql: `
ALTER TABLE conversation ADD COLUMN pinned_at INTEGER;
ALTER TABLE conversation ADD COLUMN muted_until INTEGER;
ALTER TABLE conversation ADD COLUMN snoozed_until INTEGER;
ALTER TABLE conversation ADD COLUMN snoozed_until_reply INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN marked_unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN is_waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN failed_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN shelf TEXT GENERATED ALWAYS AS (
  CASE WHEN is_resolved = 1 THEN 'resolved'
    WHEN snoozed_until IS NOT NULL OR snoozed_until_reply = 1 THEN 'snoozed'
    ELSE 'open' END) VIRTUAL;
ALTER TABLE conversation ADD COLUMN is_unread INTEGER
  GENERATED ALWAYS AS (unread_count > 0 OR marked_unread = 1) VIRTUAL;

ALTER TABLE message ADD COLUMN starred_at INTEGER;
ALTER TABLE message ADD COLUMN hidden_at INTEGER;

UPDATE conversation SET is_waiting = ${CUSTOMER_SPOKE_LAST};
UPDATE conversation SET failed_count = problem.n FROM (
  SELECT conversation_id, count(*) AS n FROM message m WHERE ${isProblem('m')} GROUP BY conversation_id
) AS problem WHERE problem.conversation_id = conversation.id;

CREATE INDEX conversation_open ON conversation(last_message_at DESC, id DESC)
  WHERE shelf = 'open' AND pinned_at IS NULL;
CREATE INDEX conversation_account_open ON conversation(account_id, last_message_at DESC, id DESC)
  WHERE shelf = 'open' AND pinned_at IS NULL;
CREATE INDEX conversation_pinned ON conversation(last_message_at DESC, id DESC, account_id)
  WHERE shelf = 'open' AND pinned_at IS NOT NULL;
CREATE INDEX conversation_not_read ON conversation(last_message_at DESC, id DESC, account_id)
  WHERE shelf = 'open' AND is_unread = 1;
CREATE INDEX conversation_waiting ON conversation(last_message_at DESC, id DESC, account_id)
  WHERE shelf = 'open' AND is_waiting = 1;
CREATE INDEX conversation_closing ON conversation(window_opened_at, id, account_id)
  WHERE shelf = 'open';
CREATE INDEX conversation_failed ON conversation(last_message_at DESC, id DESC, account_id)
  WHERE failed_count > 0;
CREATE INDEX conversation_snoozed ON conversation(last_message_at DESC, id DESC, account_id)
  WHERE shelf = 'snoozed';
CREATE INDEX conversation_resolved ON conversation(last_message_at DESC, id DESC, account_id)
  WHERE shelf = 'resolved';
CREATE INDEX conversation_wake ON conversation(snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX message_starred ON message(starred_at DESC, id DESC) WHERE starred_at IS NOT NULL;

CREATE TRIGGER message_turn_added AFTER INSERT ON message WHEN ${isTurn('NEW')} BEGIN
  UPDATE conversation SET is_waiting = (NEW.direction = 'inbound')
  WHERE id = NEW.conversation_id AND is_waiting <> (NEW.direction = 'inbound')
    AND NOT EXISTS (
      SELECT 1 FROM message m
      WHERE m.conversation_id = NEW.conversation_id AND m.type <> 'reaction'
        AND (m.timestamp, m.id) > (NEW.timestamp, NEW.id) AND ${isTurn('m')});
END;
CREATE TRIGGER message_turn_changed
  AFTER UPDATE OF conversation_id, direction, type, status, timestamp, is_notable ON message
  WHEN ${isTurn('OLD')} <> ${isTurn('NEW')} OR OLD.conversation_id <> NEW.conversation_id
    OR OLD.direction <> NEW.direction OR OLD.timestamp <> NEW.timestamp BEGIN
  UPDATE conversation SET is_waiting = ${CUSTOMER_SPOKE_LAST}
  WHERE id IN (OLD.conversation_id, NEW.conversation_id);
END;
CREATE TRIGGER message_turn_removed AFTER DELETE ON message WHEN ${isTurn('OLD')} BEGIN
  UPDATE conversation SET is_waiting = ${CUSTOMER_SPOKE_LAST} WHERE id = OLD.conversation_id;
END;

CREATE TRIGGER message_problem_added AFTER INSERT ON message WHEN ${isProblem('NEW')} BEGIN
  UPDATE conversation SET failed_count = failed_count + 1 WHERE id = NEW.conversation_id;
END;
CREATE TRIGGER message_problem_changed
  AFTER UPDATE OF conversation_id, direction, type, status, hidden_at ON message
  WHEN ${isProblem('OLD')} <> ${isProblem('NEW')}
    OR (OLD.conversation_id <> NEW.conversation_id AND ${isProblem('NEW')}) BEGIN
  UPDATE conversation SET failed_count = failed_count - 1
  WHERE id = OLD.conversation_id AND ${isProblem('OLD')};
  UPDATE conversation SET failed_count = failed_count + 1
  WHERE id = NEW.conversation_id AND ${isProblem('NEW')};
END;
CREATE TRIGGER message_problem_removed AFTER DELETE ON message WHEN ${isProblem('OLD')} BEGIN
  UPDATE conversation SET failed_count = failed_count - 1 WHERE id = OLD.conversation_id;
END;
`,
};
