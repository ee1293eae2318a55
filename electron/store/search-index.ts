import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { Direction, MessageType } from '#shared/models/message.ts';
import { searchPieces } from '#shared/search-pieces.ts';
import { searchText } from '#shared/search-text.ts';
import { facetsOf } from './search-facets.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Reader, WriteTx } from './store.ts';

/** As a power of two: 1024 message ids are one block of `search_block`. */
export const BLOCK_BITS = 10;

const UNINDEXED = 'search.unindexed';

/** How many messages the index does not know yet. An upper bound: ids have gaps. */
export function stillUnindexed(db: Reader): number {
  const row = db
    .prepare<{ n: number }>("SELECT count(*) AS n FROM search_pending WHERE kind = 'message'")
    .get();
  return unindexedFrom(db) + (row?.n ?? 0);
}

/** The highest id of the messages that were there before the index; 0 when it has them all. */
function unindexedFrom(db: Reader): number {
  const value = readSetting(db, UNINDEXED);
  return typeof value === 'number' ? value : 0;
}

/**
 * Brings up to `limit` rows in line: first what changed, then what is older than the index, from the
 * newest down. Returns how many rows it looked at; 0 means that nothing is left to do.
 */
export function indexSome(tx: WriteTx, limit: number, now: number): number {
  const contacts = pending(tx, 'contact', limit);
  for (const id of contacts) indexContact(tx, id);
  const messages = pending(tx, 'message', limit - contacts.length);
  indexMessages(tx, messages);
  const done = contacts.length + messages.length;
  return done > 0 ? done : indexOlder(tx, limit, now);
}

function pending(tx: WriteTx, kind: 'message' | 'contact', limit: number): number[] {
  const ids = tx
    .prepare<{ id: number }>('SELECT id FROM search_pending WHERE kind = ? ORDER BY id LIMIT ?')
    .all(kind, limit)
    .map(({ id }) => id);
  const last = ids.at(-1);
  if (last !== undefined)
    tx.run('DELETE FROM search_pending WHERE kind = ? AND id <= ?', kind, last);
  return ids;
}

function indexOlder(tx: WriteTx, limit: number, now: number): number {
  const from = unindexedFrom(tx);
  if (from === 0) return 0;
  const ids = tx
    .prepare<{ id: number }>('SELECT id FROM message WHERE id <= ? ORDER BY id DESC LIMIT ?')
    .all(from, limit)
    .map(({ id }) => id)
    .toReversed();
  indexMessages(tx, ids);
  const lowest = ids[0];
  if (lowest === undefined) tx.run('DELETE FROM setting WHERE key = ?', UNINDEXED);
  else writeSetting(tx, UNINDEXED, lowest - 1, now);
  return Math.max(1, ids.length);
}

interface MessageRow {
  readonly id: MessageId;
  readonly conversation_id: ChatId;
  readonly account_id: AccountId;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly body: string;
  readonly payload: string;
  readonly is_failed: number;
  readonly is_deleted: number;
  readonly timestamp: number;
}

/** In rising order of id: the index takes that several times faster than any other. */
function indexMessages(tx: WriteTx, ids: readonly number[]): void {
  const rows = tx
    .prepare<MessageRow>(
      `SELECT id, conversation_id, account_id, direction, type, body, payload, status = 'failed' AS is_failed,
         is_deleted, timestamp
       FROM message WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(ids));
  for (const row of rows) indexMessage(tx, row);
}

/** What was deleted for everyone is not found any more, and reactions are no messages to find. */
function indexMessage(tx: WriteTx, row: MessageRow): void {
  if (row.is_deleted === 1 || row.type === 'reaction') {
    tx.run('DELETE FROM message_search WHERE rowid = ?', row.id);
    return;
  }
  const pieces = searchPieces(row.type, row.body, parseJson(row.payload));
  tx.run(
    'INSERT OR REPLACE INTO message_search (rowid, words, facets) VALUES (?, ?, ?)',
    row.id,
    // Two pieces are no phrase: what stands between them is a word that nobody can ask for.
    pieces.map(searchText).join(' \u{F0000} '),
    facetsOf({
      chatId: row.conversation_id,
      accountId: row.account_id,
      direction: row.direction,
      type: row.type,
      isFailed: row.is_failed === 1,
      hasLink: pieces.some((piece) => /\bhttps?:\/\/|\bwww\./i.test(piece)),
    }).join(' '),
  );
  tx.run(
    `INSERT INTO search_block (block, oldest, newest) VALUES (? >> ${BLOCK_BITS}, ?, ?)
     ON CONFLICT (block) DO UPDATE SET
       oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest)
     WHERE oldest > excluded.oldest OR newest < excluded.newest`,
    row.id,
    row.timestamp,
    row.timestamp,
  );
}

interface NamesRow {
  readonly name: string | null;
  readonly profile_name: string | null;
  readonly phone_book_name: string | null;
  readonly identities: string | null;
}

function indexContact(tx: WriteTx, id: number): void {
  tx.run('DELETE FROM contact_search WHERE rowid = ?', id);
  const row = tx
    .prepare<NamesRow>(
      `SELECT name, profile_name, phone_book_name,
         (SELECT group_concat(value, ' ') FROM contact_identity
          WHERE contact_id = c.id AND is_active = 1 AND kind IN ('phone', 'username')) AS identities
       FROM contact c WHERE id = ?`,
    )
    .get(id);
  if (row === undefined) return;
  const names = [row.name, row.profile_name, row.phone_book_name, row.identities];
  const words = new Set(names.flatMap((name) => (name === null ? [] : [searchText(name)])));
  // A space on both sides, so that the start of a word can be told from its middle.
  tx.run(
    'INSERT INTO contact_search (rowid, words) VALUES (?, ?)',
    id,
    ` ${[...words].join(' ')} `,
  );
}
