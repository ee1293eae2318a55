import type { Store } from '#electron/store/store.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Everything that Meta told, with row ids replaced by Meta's own names for things and without what
 * the local clock says, so that two databases can be compared that learnt it in different orders.
 */
export function dumpFacts(store: Store): Readonly<Record<string, readonly Row[]>> {
  const all = (sql: string): readonly Row[] => sorted(store.prepare<Row>(sql).all());
  return {
    contacts:
      all(`SELECT ${CONTACT} AS who, name, name_source, name_at, profile_name, profile_name_at,
      phone_book_name, phone_book_name_at, username_absent_at, opted_out, is_blocked, subscribed_via_signup_id, subscribed_at
      FROM contact c`),
    identities:
      all(`SELECT ${CONTACT} AS who, i.kind, i.value, i.scope, i.is_active, i.first_seen_at,
      i.assigned_at, i.left_at, i.superseded_at
      FROM contact_identity i JOIN contact c ON c.id = i.contact_id`),
    consent: all(`SELECT ${CONTACT} AS who, e.kind, e.source, e.evidence, e.at
      FROM consent_event e JOIN contact c ON c.id = e.contact_id`),
    chats:
      all(`SELECT ${CHAT} AS chat, is_resolved, last_message_at, last_inbound_at, window_opened_at,
      free_entry_expires_at, unread_count, read_up_to, thread_owner, thread_owner_at, referral, referral_at
      FROM conversation v JOIN contact c ON c.id = v.contact_id`),
    messages:
      all(`SELECT ${CHAT} AS chat, m.wamid, m.direction, m.origin, m.type, m.body, m.payload, m.status,
      m.error_code, m.error_title, m.error_details, m.reply_to_wamid, d.meta_media_id AS media,
      (SELECT ${CONTACT} FROM contact c WHERE c.id = m.sender_contact_id) AS sender,
      m.timestamp, m.is_notable, m.is_forwarded, m.is_deleted, m.edited_at
      FROM message m JOIN conversation v ON v.id = m.conversation_id JOIN contact c ON c.id = v.contact_id
      LEFT JOIN media d ON d.id = m.media_id`),
    media: all(
      'SELECT meta_media_id, mime_type, filename, is_voice, state, meta_expires_at FROM media',
    ),
    statuses: all('SELECT * FROM message_status'),
    revisions: all('SELECT * FROM message_revision'),
    reactions: all(`SELECT r.message_wamid, r.emoji, r.at,
      coalesce((SELECT 'customer:' || ${CONTACT} FROM contact c WHERE 'customer:' || c.id = r.actor), r.actor) AS actor
      FROM reaction r`),
    accountEvents: all('SELECT account_id, waba_id, field, value, at FROM account_event'),
  };
}

const CONTACT = `coalesce((SELECT group_concat(value, ' ') FROM (
    SELECT n.kind || ':' || n.value AS value FROM contact_identity n
    WHERE n.contact_id = c.id AND n.kind <> 'username' ORDER BY 1)), 'nobody')`;

const CHAT = `v.account_id || ' ' || coalesce('group:' || v.group_id, ${CONTACT})`;

function sorted(rows: readonly Row[]): readonly Row[] {
  return rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

/** What must be true of any database, whatever came in: derived columns say what the rows say. */
export function contradictions(store: Store): readonly Row[] {
  return store
    .prepare<Row>(
      `SELECT 'unread' AS what, v.id FROM conversation v WHERE unread_count <> (
         SELECT count(*) FROM message m WHERE m.conversation_id = v.id AND m.is_notable = 1 AND m.timestamp > v.read_up_to)
       UNION ALL
       SELECT 'last message', v.id FROM conversation v WHERE last_message_id IS NOT (
         SELECT id FROM message m WHERE m.conversation_id = v.id AND m.type <> 'reaction'
         ORDER BY timestamp DESC, id DESC LIMIT 1)
       UNION ALL
       SELECT 'last message at', v.id FROM conversation v WHERE last_message_at IS NOT (
         SELECT max(timestamp) FROM message m WHERE m.conversation_id = v.id AND m.type <> 'reaction')
       UNION ALL
       SELECT 'reaction without a reaction message', 0 FROM reaction r WHERE NOT EXISTS (
         SELECT 1 FROM message m WHERE m.type = 'reaction' AND m.reply_to_wamid = r.message_wamid AND m.body = r.emoji)
       UNION ALL
       SELECT 'contact without a name for it', c.id FROM contact c
       WHERE NOT EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id)
         AND NOT EXISTS (SELECT 1 FROM conversation v WHERE v.contact_id = c.id AND v.group_id IS NOT NULL)`,
    )
    .all();
}
