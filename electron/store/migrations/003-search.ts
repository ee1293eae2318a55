import type { Migration } from './migration.ts';

/**
 * The index over all words. It is folded by shared/search-text.ts, which SQL can't call, so triggers
 * only note which rows changed and the indexer (search-index.ts) brings those in line: whoever writes
 * a message, by whatever way, the note is in the same transaction. Rows of old are not noted one by
 * one; the indexer walks down from `search.unindexed` in its own time.
 *
 * `contentless_delete`: a row can be taken out or written again without knowing what stood there, so
 * nothing can be left behind. Rowids are message ids and contact ids. `facets` holds what operators
 * ask for, one token each, so that they narrow inside the index.
 */
export const search: Migration = {
  name: '003-search',
  sql: `
CREATE VIRTUAL TABLE message_search USING fts5(
  words, facets, content='', contentless_delete=1, prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

-- Names, numbers and usernames are found by any part of them.
CREATE VIRTUAL TABLE contact_search USING fts5(words, tokenize='trigram');

CREATE TABLE search_pending (
  kind TEXT NOT NULL CHECK (kind IN ('message', 'contact')),
  id INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- The times inside 1024 message ids: says how far down the ids a newer message can still come.
CREATE TABLE search_block (
  block INTEGER PRIMARY KEY,
  oldest INTEGER NOT NULL,
  newest INTEGER NOT NULL
) STRICT;

INSERT INTO setting (key, value, updated_at)
  SELECT 'search.unindexed', CAST(max(id) AS TEXT), 0 FROM message HAVING max(id) IS NOT NULL;
INSERT INTO search_pending (kind, id) SELECT 'contact', id FROM contact;

CREATE TRIGGER search_message_added AFTER INSERT ON message WHEN new.type <> 'reaction' BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('message', new.id);
END;
CREATE TRIGGER search_message_changed
AFTER UPDATE OF conversation_id, direction, type, body, payload, timestamp, is_deleted ON message
WHEN new.type <> 'reaction' OR old.type <> 'reaction' BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('message', new.id);
END;
CREATE TRIGGER search_message_failed AFTER UPDATE OF status ON message
WHEN (new.status = 'failed') <> (old.status = 'failed') BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('message', new.id);
END;
CREATE TRIGGER search_message_gone AFTER DELETE ON message BEGIN
  DELETE FROM message_search WHERE rowid = old.id;
  DELETE FROM search_pending WHERE kind = 'message' AND id = old.id;
END;

CREATE TRIGGER search_contact_added AFTER INSERT ON contact BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('contact', new.id);
END;
CREATE TRIGGER search_contact_renamed
AFTER UPDATE OF name, profile_name, phone_book_name ON contact
WHEN new.name IS NOT old.name OR new.profile_name IS NOT old.profile_name
  OR new.phone_book_name IS NOT old.phone_book_name BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('contact', new.id);
END;
CREATE TRIGGER search_contact_gone AFTER DELETE ON contact BEGIN
  DELETE FROM contact_search WHERE rowid = old.id;
  DELETE FROM search_pending WHERE kind = 'contact' AND id = old.id;
END;
CREATE TRIGGER search_identity_added AFTER INSERT ON contact_identity BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('contact', new.contact_id);
END;
CREATE TRIGGER search_identity_changed
AFTER UPDATE OF contact_id, value, is_active ON contact_identity BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('contact', new.contact_id);
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('contact', old.contact_id);
END;
CREATE TRIGGER search_identity_gone AFTER DELETE ON contact_identity BEGIN
  INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('contact', old.contact_id);
END;
`,
};
