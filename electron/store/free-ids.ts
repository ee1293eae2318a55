/*
 * SQLite gives the highest id away again when its row goes. Somebody who became one with another may
 * come back under their old ids, so these stay theirs.
 */

export const FREE_CONTACT_ID = `(SELECT 1 + max(
  coalesce((SELECT max(id) FROM contact), 0), coalesce((SELECT max(gone_id) FROM merge_log), 0)))`;

export const FREE_CHAT_ID = `(SELECT 1 + max(
  coalesce((SELECT max(id) FROM conversation), 0), coalesce((SELECT max(chat_id) FROM merge_chat), 0)))`;
