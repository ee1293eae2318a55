import type { ContactId, MessageId } from '#shared/ids.ts';
import { noteChats } from './contacts.ts';
import { forgetMerges } from './merges.ts';
import type { Reader, WriteTx } from './store.ts';

/** Takes away up to `limit` messages of a person with all that belongs to them. Answers files nobody else has. */
export function eraseMessages(
  tx: WriteTx,
  contactId: ContactId,
  limit: number,
): { readonly erased: number; readonly files: readonly string[] } {
  const rows = tx
    .prepare<{ id: MessageId; wamid: string | null; media_id: number | null }>(
      `SELECT m.id, m.wamid, m.media_id FROM message m
       WHERE m.conversation_id IN (SELECT id FROM conversation WHERE contact_id = ?) LIMIT ?`,
    )
    .all(contactId, limit);
  if (rows.length === 0) return { erased: 0, files: [] };
  const wamids = JSON.stringify(rows.map(({ wamid }) => wamid));
  const ids = JSON.stringify(rows.map(({ id }) => id));
  tx.run(`DELETE FROM message_status WHERE wamid ${AMONG}`, wamids);
  tx.run(`DELETE FROM message_revision WHERE source_wamid ${AMONG}`, wamids);
  tx.run(`DELETE FROM message_revision WHERE target_wamid ${AMONG}`, wamids);
  tx.run(`DELETE FROM reaction WHERE message_wamid ${AMONG}`, wamids);
  tx.run(`DELETE FROM message WHERE id ${AMONG}`, ids);
  const media = rows.map(({ media_id }) => media_id).filter((id) => id !== null);
  return { erased: rows.length, files: eraseMedia(tx, media) };
}

const AMONG = 'IN (SELECT value FROM json_each(?))';

function eraseMedia(tx: WriteTx, ids: readonly number[]): string[] {
  const gone = tx
    .prepare<{ id: number; sha256: string | null }>(
      `SELECT id, sha256 FROM media WHERE id ${AMONG}
         AND NOT EXISTS (SELECT 1 FROM message WHERE message.media_id = media.id)`,
    )
    .all(JSON.stringify(ids));
  tx.run(`DELETE FROM media WHERE id ${AMONG}`, JSON.stringify(gone.map(({ id }) => id)));
  const files = gone.map(({ sha256 }) => sha256).filter((sha256) => sha256 !== null);
  return [...new Set(files)].filter((sha256) => !isFileNeeded(tx, sha256));
}

function isFileNeeded(db: Reader, sha256: string): boolean {
  return db.prepare('SELECT 1 FROM media WHERE sha256 = ? LIMIT 1').get(sha256) !== undefined;
}

/** Takes a person away, with their chats, which must be empty. */
export function eraseContact(tx: WriteTx, contactId: ContactId): void {
  noteChats(tx, contactId);
  tx.run('UPDATE message SET sender_contact_id = NULL WHERE sender_contact_id = ?', contactId);
  tx.run('DELETE FROM conversation WHERE contact_id = ?', contactId);
  forgetPapers(tx, contactId);
  tx.run('DELETE FROM contact WHERE id = ?', contactId);
}

/** Takes away who a person was and leaves their messages, in chats of nobody. */
export function forgetContact(tx: WriteTx, contactId: ContactId, now: number): void {
  noteChats(tx, contactId);
  for (const table of ['contact_identity', 'consent_event', 'contact_label', 'contact_field']) {
    tx.run(`DELETE FROM ${table} WHERE contact_id = ?`, contactId);
  }
  forgetPapers(tx, contactId);
  tx.run(
    `UPDATE contact SET name = NULL, name_source = 'profile', name_at = 0, profile_name = NULL,
       profile_name_at = 0, phone_book_name = NULL, phone_book_name_at = 0, email = NULL, notes = '',
       language = NULL, opted_out = 1, subscribed_via_signup_id = NULL, updated_at = ?
     WHERE id = ?`,
    now,
    contactId,
  );
}

/** What other tables keep about a person by themselves. */
function forgetPapers(tx: WriteTx, contactId: ContactId): void {
  tx.run('DELETE FROM blocked_user WHERE contact_id = ?', contactId);
  forgetMerges(tx, contactId);
  tx.run(
    `UPDATE campaign_recipient SET contact_id = NULL, phone = NULL, parameters = '{}' WHERE contact_id = ?`,
    contactId,
  );
}

/** All that somebody is called here, and where they are written to by e-mail. */
export function namesOf(db: Reader, contactId: ContactId): readonly string[] {
  const row = db
    .prepare<Readonly<Record<string, string | null>>>(
      'SELECT name, profile_name, phone_book_name, email FROM contact WHERE id = ?',
    )
    .get(contactId);
  return Object.values(row ?? {}).filter((name) => name !== null);
}

export function hasChats(db: Reader, contactId: ContactId): boolean {
  return (
    db.prepare('SELECT 1 FROM conversation WHERE contact_id = ? LIMIT 1').get(contactId) !==
    undefined
  );
}

/** Deliveries behind `after` that may name somebody, as text; at most `limit` are looked at. */
export function deliveriesNaming(
  db: Reader,
  names: readonly string[],
  after: number,
  limit: number,
): { readonly lastId: number | undefined; readonly found: readonly NamingDelivery[] } {
  const ids = db
    .prepare<{ id: number }>('SELECT id FROM webhook_log WHERE id > ? ORDER BY id LIMIT ?')
    .all(after, limit)
    .map(({ id }) => id);
  const found = db
    .prepare<NamingDelivery>(
      `SELECT id, CAST(raw AS TEXT) AS raw FROM webhook_log WHERE id ${AMONG}
         AND EXISTS (SELECT 1 FROM json_each(?) n WHERE instr(CAST(raw AS TEXT), n.value) > 0)`,
    )
    .all(JSON.stringify(ids), JSON.stringify(names));
  return { lastId: ids.at(-1), found };
}

export interface NamingDelivery {
  readonly id: number;
  readonly raw: string;
}

export function rewriteDelivery(tx: WriteTx, id: number, raw: string): void {
  tx.run('UPDATE webhook_log SET raw = ? WHERE id = ?', raw, id);
}

/** Answers that the API keeps for a day, for programs that ask twice. */
export function forgetAnswersNaming(tx: WriteTx, names: readonly string[]): void {
  tx.run(
    `DELETE FROM idempotency_key
     WHERE EXISTS (SELECT 1 FROM json_each(?) n WHERE instr(answer, n.value) > 0)`,
    JSON.stringify(names),
  );
}

const INDEXES = ['message_search', 'contact_search', 'note_search'] as const;

/**
 * What was deleted stays in the search indexes until their parts are joined. Joins some of them;
 * false when all are joined.
 */
export function joinSearchIndexes(tx: WriteTx): boolean {
  return INDEXES.some((index) => {
    const before = totalChanges(tx);
    tx.run(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', -300)`);
    // Fewer than two changed rows mean that there was nothing to join.
    return totalChanges(tx) - before >= 2;
  });
}

function totalChanges(db: Reader): number {
  return db.prepare<{ n: number }>('SELECT total_changes() AS n').get()?.n ?? 0;
}
