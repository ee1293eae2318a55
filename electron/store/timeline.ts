import type { ChatId, ContactId, MessageId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import { readContent } from '#shared/message-content.ts';
import { readExtras } from '#shared/message-extras.ts';
import type { BlockActor } from '#shared/models/block.ts';
import type { Direction, MessageType } from '#shared/models/message.ts';
import type { TimelineEntry, TimelinePage } from '#shared/models/timeline.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Reader } from './store.ts';

/** An entry with its place: two of the same moment are told apart by a number of their own. */
interface Placed {
  readonly entry: TimelineEntry;
  readonly order: number;
}

/** Sources number their rows by themselves; with its source a row's number is one of a kind. */
const SOURCES = 6;

interface Query {
  readonly before: Cursor;
  readonly limit: number;
}

const NOW_AND_LATER: Cursor = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

/** Everything that happened between a person and the business beside plain messages, newest first. */
export function pageTimeline(
  db: Reader,
  contactId: ContactId,
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): TimelinePage {
  const query = { before: after ?? NOW_AND_LATER, limit: limit + 1 };
  const chatIds = chatsOf(db, contactId);
  const found = [
    ...consents(db, contactId, query),
    ...blocksOf(db, contactId, query),
    ...chatIds.flatMap((chatId) => [
      ...events(db, chatId, query),
      ...beginning(db, chatId, query.before),
      ...referral(db, chatId, query.before),
    ]),
  ].toSorted((a, b) => b.entry.at - a.entry.at || b.order - a.order);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    entries: shown.map(({ entry }) => entry),
    nextCursor: last === undefined ? null : encodeCursor({ at: last.entry.at, id: last.order }),
  };
}

function chatsOf(db: Reader, contactId: ContactId): ChatId[] {
  return db
    .prepare<{ id: ChatId }>('SELECT id FROM conversation WHERE contact_id = ?')
    .all(contactId)
    .map(({ id }) => id);
}

interface EventRow {
  readonly id: MessageId;
  readonly at: number;
  readonly type: MessageType;
  readonly direction: Direction;
  readonly payload: string;
}

function events(db: Reader, chatId: ChatId, { before, limit }: Query): Placed[] {
  return db
    .prepare<EventRow>(
      `SELECT id, timestamp AS at, type, direction, payload FROM message INDEXED BY message_events
       WHERE conversation_id = ? AND (type IN ('system', 'order', 'template')
           OR (type = 'interactive' AND direction = 'inbound' AND instr(payload, '"nfm_reply"') > 0))
         AND is_deleted = 0 AND hidden_at IS NULL
         AND timestamp <= ? AND (timestamp < ? OR id * ${SOURCES} < ?)
       ORDER BY timestamp DESC, id DESC LIMIT ?`,
    )
    .all(chatId, before.at, before.at, before.id, limit)
    .map(({ id, at, type, direction, payload }) => ({
      order: id * SOURCES,
      entry: {
        kind: 'message',
        key: `message-${id}`,
        at,
        chatId,
        messageId: id,
        type,
        direction,
        content: readContent(type, parseJson(payload)),
      },
    }));
}

interface ConsentRow {
  readonly id: number;
  readonly kind: 'opt_in' | 'opt_out';
  readonly source: string;
  readonly at: number;
}

/** A person decides a few times in their life, so all decisions are read. */
function consents(db: Reader, contactId: ContactId, { before, limit }: Query): Placed[] {
  const order = `(id * ${SOURCES} + 1)`;
  return db
    .prepare<ConsentRow>(
      `SELECT id, kind, source, at FROM consent_event WHERE contact_id = ? AND (at, ${order}) < (?, ?)
       ORDER BY at DESC, id DESC LIMIT ?`,
    )
    .all(contactId, before.at, before.id, limit)
    .map(({ id, kind, source, at }) => ({
      order: id * SOURCES + 1,
      entry: { kind: 'consent', key: `consent-${id}`, at, change: kind, source },
    }));
}

interface BlockRow {
  readonly id: number;
  readonly accountName: string;
  readonly by: BlockActor;
  readonly reason: string;
  readonly at: number;
  readonly isEnd: 0 | 1;
}

const NAME = '(SELECT a.name FROM account a WHERE a.id = b.account_id)';

/**
 * A block is two moments, its beginning and its end; a change of it is a third. One that WhatsApp
 * refused never was.
 */
function blocksOf(db: Reader, contactId: ContactId, { before, limit }: Query): Placed[] {
  return db
    .prepare<BlockRow>(
      `SELECT * FROM (
         SELECT b.id, ${NAME} AS accountName, b.blocked_by AS by, b.reason, b.blocked_at AS at,
           0 AS isEnd
         FROM blocked_user b
         WHERE b.contact_id = ? AND (b.is_active = 1 OR b.unblocked_at IS NOT NULL)
           AND b.unblocked_by IS NOT 'change'
         UNION ALL
         SELECT b.id, ${NAME}, b.unblocked_by, '', b.unblocked_at, 1
         FROM blocked_user b
         WHERE b.contact_id = ? AND b.unblocked_at IS NOT NULL)
       WHERE (at, id * ${SOURCES} + 4 + isEnd) < (?, ?)
       ORDER BY at DESC, id DESC, isEnd DESC LIMIT ?`,
    )
    .all(contactId, contactId, before.at, before.id, limit)
    .map(({ id, accountName, by, reason, at, isEnd }) => ({
      order: id * SOURCES + 4 + isEnd,
      entry:
        isEnd === 1
          ? { kind: 'unblocked', key: `unblocked-${id}`, at, accountName, by }
          : { kind: 'blocked', key: `blocked-${id}`, at, accountName, by, reason },
    }));
}

function beginning(db: Reader, chatId: ChatId, before: Cursor): Placed[] {
  const first = db
    .prepare<{ id: MessageId; at: number; direction: Direction }>(
      `SELECT m.id, m.timestamp AS at, m.direction FROM message m
       WHERE m.conversation_id = ? AND m.type <> 'reaction' AND m.hidden_at IS NULL
       ORDER BY m.timestamp, m.id LIMIT 1`,
    )
    .get(chatId);
  if (first === undefined) return [];
  const { id, at, direction } = first;
  return placedBefore(before, {
    order: id * SOURCES + 2,
    entry: { kind: 'began', key: `began-${id}`, at, chatId, messageId: id, direction },
  });
}

function referral(db: Reader, chatId: ChatId, before: Cursor): Placed[] {
  const row = db
    .prepare<{ referral: string | null; at: number | null }>(
      'SELECT referral, referral_at AS at FROM conversation WHERE id = ?',
    )
    .get(chatId);
  if (row === undefined || row.referral === null || row.at === null) return [];
  const came = readExtras({ referral: parseJson(row.referral) }).referral;
  if (came === null) return [];
  const { source, headline } = came;
  return placedBefore(before, {
    order: chatId * SOURCES + 3,
    entry: { kind: 'referral', key: `referral-${chatId}`, at: row.at, chatId, source, headline },
  });
}

function placedBefore(before: Cursor, placed: Placed): Placed[] {
  const { at } = placed.entry;
  return at < before.at || (at === before.at && placed.order < before.id) ? [placed] : [];
}
