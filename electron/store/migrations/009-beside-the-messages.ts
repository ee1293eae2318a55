import type { Migration } from './migration.ts';

/** Messages of the timeline beside a thread: notices, orders, templates and filled-in forms. */
const IS_EVENT = `(type IN ('system', 'order', 'template')
  OR (type = 'interactive' AND direction = 'inbound' AND instr(payload, '"nfm_reply"') > 0))`;

const IS_SHOWN = 'is_deleted = 0 AND hidden_at IS NULL';

/**
 * What stands beside the messages: labels, the owner's notes, and indexes for the files, links and
 * events of a chat.
 *
 * `labelled_chat` says which chats carry a label, by themselves or through their person, and when
 * something last happened in them. It follows from other tables, and the database keeps it so: chats
 * move in many places. A deleted label rests in `removed_label` until its deletion can't be undone.
 */
export const besideTheMessages: Migration = {
  name: '009-beside-the-messages',
  sql: `
CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  color TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE contact_label (
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  label_id INTEGER NOT NULL REFERENCES label(id) ON DELETE CASCADE,
  PRIMARY KEY (contact_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_label_label ON contact_label(label_id);
CREATE TABLE conversation_label (
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  label_id INTEGER NOT NULL REFERENCES label(id) ON DELETE CASCADE,
  PRIMARY KEY (conversation_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_label_label ON conversation_label(label_id);

CREATE TABLE labelled_chat (
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  label_id INTEGER NOT NULL REFERENCES label(id) ON DELETE CASCADE,
  last_message_at INTEGER,
  PRIMARY KEY (conversation_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX labelled_chat_recent ON labelled_chat(label_id, last_message_at DESC, conversation_id DESC);

CREATE TRIGGER contact_label_put AFTER INSERT ON contact_label BEGIN
  INSERT OR IGNORE INTO labelled_chat (conversation_id, label_id, last_message_at)
    SELECT id, NEW.label_id, last_message_at FROM conversation WHERE contact_id = NEW.contact_id;
END;
CREATE TRIGGER contact_label_taken AFTER DELETE ON contact_label BEGIN
  DELETE FROM labelled_chat WHERE label_id = OLD.label_id
    AND conversation_id IN (SELECT id FROM conversation WHERE contact_id = OLD.contact_id)
    AND NOT EXISTS (SELECT 1 FROM conversation_label c
      WHERE c.conversation_id = labelled_chat.conversation_id AND c.label_id = OLD.label_id);
END;
CREATE TRIGGER conversation_label_put AFTER INSERT ON conversation_label BEGIN
  INSERT OR IGNORE INTO labelled_chat (conversation_id, label_id, last_message_at)
    SELECT id, NEW.label_id, last_message_at FROM conversation WHERE id = NEW.conversation_id;
END;
CREATE TRIGGER conversation_label_taken AFTER DELETE ON conversation_label BEGIN
  DELETE FROM labelled_chat WHERE label_id = OLD.label_id AND conversation_id = OLD.conversation_id
    AND NOT EXISTS (SELECT 1 FROM conversation v JOIN contact_label c ON c.contact_id = v.contact_id
      WHERE v.id = OLD.conversation_id AND c.label_id = OLD.label_id);
END;
CREATE TRIGGER labelled_chat_begun AFTER INSERT ON conversation BEGIN
  INSERT OR IGNORE INTO labelled_chat (conversation_id, label_id, last_message_at)
    SELECT NEW.id, label_id, NEW.last_message_at FROM contact_label WHERE contact_id = NEW.contact_id;
END;
CREATE TRIGGER labelled_chat_written AFTER UPDATE OF last_message_at ON conversation
WHEN OLD.last_message_at IS NOT NEW.last_message_at BEGIN
  UPDATE labelled_chat SET last_message_at = NEW.last_message_at WHERE conversation_id = NEW.id;
END;
CREATE TRIGGER labelled_chat_moved AFTER UPDATE OF contact_id ON conversation
WHEN OLD.contact_id <> NEW.contact_id BEGIN
  DELETE FROM labelled_chat WHERE conversation_id = NEW.id;
  INSERT OR IGNORE INTO labelled_chat (conversation_id, label_id, last_message_at)
    SELECT NEW.id, label_id, NEW.last_message_at FROM contact_label WHERE contact_id = NEW.contact_id
    UNION SELECT NEW.id, label_id, NEW.last_message_at FROM conversation_label WHERE conversation_id = NEW.id;
END;

CREATE TABLE removed_label (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE removed_label_holder (
  label_id INTEGER NOT NULL REFERENCES removed_label(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('contact', 'chat')),
  holder_id INTEGER NOT NULL,
  PRIMARY KEY (label_id, kind, holder_id)
) STRICT, WITHOUT ROWID;

-- Seen by the owner only. A removed note rests until its removal can't be undone.
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  edited_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX note_thread ON note(conversation_id, at DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX note_removed ON note(removed_at) WHERE removed_at IS NOT NULL;
CREATE VIRTUAL TABLE note_search USING fts5(
  words, content='', contentless_delete=1, prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE TRIGGER note_gone AFTER DELETE ON note BEGIN
  DELETE FROM note_search WHERE rowid = OLD.id;
END;
ALTER TABLE conversation ADD COLUMN note_draft TEXT NOT NULL DEFAULT '';

CREATE INDEX message_pictures ON message(conversation_id, timestamp DESC, id DESC)
  WHERE type IN ('image', 'video') AND ${IS_SHOWN};
CREATE INDEX message_documents ON message(conversation_id, timestamp DESC, id DESC)
  WHERE type = 'document' AND ${IS_SHOWN};
CREATE INDEX message_links ON message(conversation_id, timestamp DESC, id DESC)
  WHERE (instr(body, '://') > 0 OR instr(body, 'www.') > 0) AND type <> 'reaction' AND ${IS_SHOWN};
CREATE INDEX message_events ON message(conversation_id, timestamp DESC, id DESC)
  WHERE ${IS_EVENT} AND ${IS_SHOWN};
`,
};
