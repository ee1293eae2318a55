import type { Migration } from './migration.ts';

/**
 * Accounts, people, chats, messages, and the two journals: what came in and what goes out.
 * Facts from Meta are kept one by one (statuses, revisions, reaction messages, consent, account
 * events), because they come late, twice and in any order; what the screens read is derived from them.
 */
export const theHouse: Migration = {
  name: '001-the-house',
  sql: `
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  phone_number_id TEXT NOT NULL UNIQUE,
  waba_id TEXT NOT NULL,
  app_id TEXT,
  business_portfolio_id TEXT,
  display_phone_number TEXT,
  verify_token TEXT NOT NULL,
  profile_name TEXT,
  default_catalog_id TEXT,
  api_version TEXT NOT NULL,
  throughput_level TEXT NOT NULL DEFAULT 'STANDARD',
  is_active INTEGER NOT NULL DEFAULT 1,
  is_practice INTEGER NOT NULL DEFAULT 0,
  last_webhook_at INTEGER,
  removed_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  scheme TEXT NOT NULL CHECK (scheme IN ('system', 'key_file')),
  locked BLOB NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  name TEXT,
  name_source TEXT NOT NULL DEFAULT 'profile' CHECK (name_source IN ('profile', 'phone_book', 'owner')),
  name_at INTEGER NOT NULL DEFAULT 0,
  profile_name TEXT,
  profile_name_at INTEGER NOT NULL DEFAULT 0,
  phone_book_name TEXT,
  phone_book_name_at INTEGER NOT NULL DEFAULT 0,
  email TEXT,
  notes TEXT NOT NULL DEFAULT '',
  language TEXT,
  opted_out INTEGER NOT NULL DEFAULT 0,
  is_blocked INTEGER NOT NULL DEFAULT 0,
  subscribed_via_signup_id TEXT,
  subscribed_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Business-scoped user ids mean something inside one business portfolio only, hence the scope.
-- assigned_at and left_at are what WhatsApp said (0: nothing); is_active and superseded_at follow from them.
CREATE TABLE contact_identity (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'wa_id', 'bsuid', 'parent_bsuid', 'username')),
  value TEXT NOT NULL,
  scope TEXT NOT NULL DEFAULT '',
  is_active INTEGER NOT NULL DEFAULT 1,
  first_seen_at INTEGER NOT NULL,
  assigned_at INTEGER NOT NULL DEFAULT 0,
  left_at INTEGER NOT NULL DEFAULT 0,
  superseded_at INTEGER
) STRICT;
CREATE UNIQUE INDEX contact_identity_owner ON contact_identity(kind, value, scope)
  WHERE is_active = 1 AND kind <> 'username';
CREATE INDEX contact_identity_value ON contact_identity(value, kind);
CREATE INDEX contact_identity_contact ON contact_identity(contact_id, kind, is_active, first_seen_at);

CREATE TABLE consent_event (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('opt_in', 'opt_out')),
  source TEXT NOT NULL,
  evidence TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (contact_id, kind, source, at)
) STRICT;

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  group_id TEXT,
  is_resolved INTEGER NOT NULL DEFAULT 0,
  assigned_to TEXT,
  last_message_at INTEGER,
  last_message_id INTEGER,
  last_inbound_at INTEGER,
  -- When the customer last wrote or called, and when Meta last said that the window is closed. Both
  -- are facts that come in any order; what follows from them is worked out in window_opened_at.
  customer_active_at INTEGER,
  window_refused_at INTEGER,
  window_opened_at INTEGER GENERATED ALWAYS AS (
    iif(coalesce(window_refused_at, 0) < customer_active_at, customer_active_at,
      min(customer_active_at, window_refused_at - 86400000))
  ) VIRTUAL,
  free_entry_expires_at INTEGER,
  unread_count INTEGER NOT NULL DEFAULT 0,
  read_up_to INTEGER NOT NULL DEFAULT 0,
  draft TEXT NOT NULL DEFAULT '',
  thread_owner TEXT,
  thread_owner_at INTEGER,
  referral TEXT,
  referral_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, contact_id)
) STRICT;
CREATE UNIQUE INDEX conversation_group ON conversation(account_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX conversation_contact ON conversation(contact_id);
CREATE INDEX conversation_recent ON conversation(last_message_at DESC, id DESC);
CREATE INDEX conversation_account_recent ON conversation(account_id, last_message_at DESC, id DESC);
CREATE INDEX conversation_unread ON conversation(last_message_at DESC, id DESC) WHERE unread_count > 0;

CREATE TABLE media (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id),
  meta_media_id TEXT,
  sha256 TEXT,
  mime_type TEXT,
  bytes INTEGER,
  filename TEXT,
  is_voice INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('wanted', 'present', 'failed', 'expired')),
  meta_expires_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX media_meta ON media(account_id, meta_media_id) WHERE meta_media_id IS NOT NULL;
CREATE INDEX media_sha256 ON media(sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id),
  account_id INTEGER NOT NULL REFERENCES account(id),
  wamid TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  origin TEXT NOT NULL CHECK (origin IN ('customer', 'frontdesk', 'phone', 'history', 'standby')),
  type TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  payload TEXT NOT NULL,
  status TEXT NOT NULL,
  error_code INTEGER,
  error_title TEXT,
  error_details TEXT,
  reply_to_wamid TEXT,
  media_id INTEGER REFERENCES media(id),
  sender_contact_id INTEGER REFERENCES contact(id),
  callback_id TEXT,
  timestamp INTEGER NOT NULL,
  is_notable INTEGER NOT NULL DEFAULT 0,
  is_forwarded INTEGER NOT NULL DEFAULT 0,
  is_deleted INTEGER NOT NULL DEFAULT 0,
  edited_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX message_wamid ON message(wamid, account_id) WHERE wamid IS NOT NULL;
CREATE UNIQUE INDEX message_callback ON message(callback_id) WHERE callback_id IS NOT NULL;
CREATE INDEX message_chat ON message(conversation_id);
CREATE INDEX message_sender ON message(sender_contact_id) WHERE sender_contact_id IS NOT NULL;
CREATE INDEX message_thread ON message(conversation_id, timestamp DESC, id DESC) WHERE type <> 'reaction';
CREATE INDEX message_reaction ON message(reply_to_wamid, timestamp) WHERE type = 'reaction';

CREATE TABLE message_status (
  wamid TEXT NOT NULL,
  status TEXT NOT NULL,
  at INTEGER NOT NULL,
  recipient TEXT NOT NULL DEFAULT '',
  account_id INTEGER NOT NULL REFERENCES account(id),
  error_code INTEGER,
  error_title TEXT,
  error_details TEXT,
  pricing TEXT,
  conversation TEXT,
  callback_id TEXT,
  PRIMARY KEY (wamid, status, at, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_status_callback ON message_status(callback_id) WHERE callback_id IS NOT NULL;

-- Edits and deletions of a message. They may arrive before the message itself and wait here.
CREATE TABLE message_revision (
  source_wamid TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account(id),
  target_wamid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'revoke')),
  payload TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (source_wamid, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_revision_target ON message_revision(target_wamid, account_id);

CREATE TABLE reaction (
  message_wamid TEXT NOT NULL,
  actor TEXT NOT NULL,
  emoji TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (message_wamid, actor)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL UNIQUE REFERENCES message(id) ON DELETE CASCADE,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id),
  account_id INTEGER NOT NULL REFERENCES account(id),
  state TEXT NOT NULL CHECK (state IN ('queued', 'claimed', 'accepted', 'failed', 'unknown')),
  attempts INTEGER NOT NULL DEFAULT 0,
  refusals INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  claimed_at INTEGER,
  error_code INTEGER,
  error TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox(account_id, conversation_id, id) WHERE state IN ('queued', 'claimed');
CREATE INDEX outbox_queued ON outbox(account_id, next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX outbox_chat ON outbox(conversation_id);
CREATE INDEX outbox_unknown ON outbox(claimed_at) WHERE state = 'unknown';

-- One receipt per chat: Meta marks everything before it as read too.
CREATE TABLE read_receipt (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES account(id),
  wamid TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL
) STRICT;

CREATE TABLE webhook_log (
  id INTEGER PRIMARY KEY,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'processed', 'failed', 'unhandled', 'quarantined')),
  error TEXT,
  raw ANY NOT NULL,
  processed_at INTEGER
) STRICT;
CREATE INDEX webhook_log_state ON webhook_log(state, id);

-- The items of a delivery that could not be applied, while its other items were.
CREATE TABLE webhook_failure (
  webhook_log_id INTEGER NOT NULL REFERENCES webhook_log(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (webhook_log_id, path)
) STRICT, WITHOUT ROWID;

-- Everything Meta says about the account rather than about one message.
CREATE TABLE account_event (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id),
  waba_id TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX account_event_field ON account_event(field, at DESC);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  key_hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1,
  last_used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE idempotency_key (
  api_key_id INTEGER NOT NULL REFERENCES api_key(id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (api_key_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_key_age ON idempotency_key(created_at);
`,
};
