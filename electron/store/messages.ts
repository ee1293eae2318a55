import type { ChatId, MessageId } from '#shared/ids.ts';
import { explainError } from '#shared/graph-errors.ts';
import { listAt, textAt } from '#shared/json-fields.ts';
import { parseJson } from '#shared/json.ts';
import { readContent } from '#shared/message-content.ts';
import type { MessageContent } from '#shared/models/message-content.ts';
import { readExtras } from '#shared/message-extras.ts';
import type { Message, MessageHold, Quote, Reaction } from '#shared/models/message.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { MEDIA_COLUMNS, MEDIA_JOIN, toMediaFile } from './media-file.ts';
import type { MediaColumns } from './media-file.ts';
import type { Reader } from './store.ts';
import type { MessageTable } from './tables.ts';

/** Oldest first. A null cursor: nothing more in that direction. */
export interface MessageSlice {
  readonly messages: readonly Message[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

type MessageRow = Omit<MessageTable, 'id'> &
  MediaColumns & {
    readonly id: MessageId;
    readonly reactions: string | null;
    readonly next_attempt_at: number | null;
    readonly hold: MessageHold | null;
    readonly sender_name: string | null;
    readonly quote_id: MessageId | null;
    readonly quote_direction: Quote['direction'];
    readonly quote_type: Quote['type'];
    readonly quote_body: string | null;
    readonly quote_author: string | null;
  };

const MESSAGE = `
  SELECT m.*,
    (SELECT json_group_array(json_object('actor', r.actor, 'emoji', r.emoji))
     FROM reaction r WHERE r.message_wamid = m.wamid) AS reactions,
    (SELECT o.next_attempt_at FROM outbox o WHERE o.message_id = m.id AND o.state = 'queued') AS next_attempt_at,
    (SELECT o.hold FROM outbox o WHERE o.message_id = m.id) AS hold,
    (SELECT coalesce(s.name, s.profile_name) FROM contact s WHERE s.id = m.sender_contact_id) AS sender_name,
    q.id AS quote_id, q.direction AS quote_direction, q.type AS quote_type,
    substr(q.body, 1, 300) AS quote_body,
    (SELECT qc.name FROM conversation qv JOIN contact qc ON qc.id = qv.contact_id
     WHERE qv.id = q.conversation_id AND q.direction = 'inbound') AS quote_author,
    ${MEDIA_COLUMNS}
  FROM message m
  LEFT JOIN message q ON q.wamid = m.reply_to_wamid AND q.account_id = m.account_id
  ${MEDIA_JOIN}`;

const IS_SHOWN = `m.type <> 'reaction' AND m.hidden_at IS NULL`;
const IN_THREAD = `m.conversation_id = ? AND ${IS_SHOWN}`;

export function findMessage(db: Reader, id: MessageId): Message | undefined {
  const row = db.prepare<MessageRow>(`${MESSAGE} WHERE m.id = ?`).get(id);
  return row && toMessage(row);
}

/**
 * Those of the ids that stand in this chat's thread, in the thread's order. The signs before the
 * columns keep SQLite from walking the index of the whole thread instead of taking the few ids.
 */
export function messagesByIds(db: Reader, chatId: ChatId, ids: readonly MessageId[]): Message[] {
  return db
    .prepare<MessageRow>(
      `${MESSAGE} WHERE m.id IN (SELECT value FROM json_each(?)) AND +m.conversation_id = ? AND ${IS_SHOWN}
       ORDER BY +m.timestamp, m.id`,
    )
    .all(JSON.stringify(ids), chatId)
    .map(toMessage);
}

export function newestMessages(db: Reader, chatId: ChatId, limit: number): MessageSlice {
  const rows = db
    .prepare<MessageRow>(
      `${MESSAGE} WHERE ${IN_THREAD} ORDER BY m.timestamp DESC, m.id DESC LIMIT ?`,
    )
    .all(chatId, limit + 1);
  return toSlice(rows.slice(0, limit).toReversed(), { older: rows.length > limit, newer: false });
}

export function olderMessages(
  db: Reader,
  chatId: ChatId,
  before: Cursor,
  limit: number,
): MessageSlice {
  const rows = db
    .prepare<MessageRow>(
      `${MESSAGE} WHERE ${IN_THREAD} AND (m.timestamp, m.id) < (?, ?)
       ORDER BY m.timestamp DESC, m.id DESC LIMIT ?`,
    )
    .all(chatId, before.at, before.id, limit + 1);
  return toSlice(rows.slice(0, limit).toReversed(), { older: rows.length > limit, newer: true });
}

export function newerMessages(
  db: Reader,
  chatId: ChatId,
  after: Cursor,
  limit: number,
): MessageSlice {
  const rows = db
    .prepare<MessageRow>(
      `${MESSAGE} WHERE ${IN_THREAD} AND (m.timestamp, m.id) > (?, ?)
       ORDER BY m.timestamp, m.id LIMIT ?`,
    )
    .all(chatId, after.at, after.id, limit + 1);
  return toSlice(rows.slice(0, limit), { older: true, newer: rows.length > limit });
}

/** The first message of a thread that was written then or later. */
export function firstMessageSince(db: Reader, chatId: ChatId, at: number): MessageId | undefined {
  return db
    .prepare<{ id: MessageId }>(
      `SELECT m.id FROM message m WHERE ${IN_THREAD} AND m.timestamp >= ?
       ORDER BY m.timestamp, m.id LIMIT 1`,
    )
    .get(chatId, at)?.id;
}

/** A page with the message in its middle. Undefined when it does not stand in this thread. */
export function messagesAround(
  db: Reader,
  chatId: ChatId,
  id: MessageId,
  limit: number,
): MessageSlice | undefined {
  const centre = db
    .prepare<{ timestamp: number }>(
      `SELECT m.timestamp FROM message m WHERE ${IN_THREAD} AND m.id = ?`,
    )
    .get(chatId, id);
  if (centre === undefined) return undefined;
  const half = Math.max(1, Math.floor(limit / 2));
  const position = { at: centre.timestamp, id };
  const before = olderMessages(db, chatId, position, half);
  const from = newerMessages(db, chatId, { at: centre.timestamp, id: id - 1 }, half);
  return {
    messages: [...before.messages, ...from.messages],
    olderCursor: before.olderCursor,
    newerCursor: from.newerCursor,
  };
}

function toSlice(
  rows: readonly MessageRow[],
  more: { readonly older: boolean; readonly newer: boolean },
): MessageSlice {
  const messages = rows.map(toMessage);
  return {
    messages,
    olderCursor: more.older ? cursorOf(messages.at(0)) : null,
    newerCursor: more.newer ? cursorOf(messages.at(-1)) : null,
  };
}

function cursorOf(message: Message | undefined): string | null {
  return message === undefined ? null : encodeCursor({ at: message.timestamp, id: message.id });
}

function toMessage(row: MessageRow): Message {
  const payload = parseJson(row.payload);
  return {
    id: row.id,
    chatId: row.conversation_id,
    wamid: row.wamid,
    direction: row.direction,
    origin: row.origin,
    type: row.type,
    text: row.body,
    content: toContent(row),
    status: row.status,
    error: toError(row),
    quote: toQuote(row),
    reactions: toReactions(row.reactions),
    timestamp: row.timestamp,
    isForwarded: row.is_forwarded === 1,
    isDeleted: row.is_deleted === 1,
    isEdited: row.edited_at !== null,
    isStarred: row.starred_at !== null,
    senderName: row.sender_name,
    extras: readExtras(payload),
    nextAttemptAt: row.next_attempt_at,
    hold: row.hold,
  };
}

function toContent(row: MessageRow): MessageContent {
  const content = readContent(row.type, parseJson(row.payload));
  return content.kind === 'media' ? { ...content, file: toMediaFile(row) } : content;
}

function toError(row: MessageRow): Message['error'] {
  if (row.error_code === null && row.error_title === null) return null;
  return { code: row.error_code, ...explainError(row.error_code, row.error_title) };
}

function toQuote(row: MessageRow): Quote | null {
  if (row.reply_to_wamid === null || row.type === 'reaction') return null;
  return {
    id: row.quote_id,
    wamid: row.reply_to_wamid,
    direction: row.quote_direction,
    type: row.quote_type,
    text: row.quote_body,
    authorName: row.quote_author,
  };
}

function toReactions(json: string | null): Reaction[] {
  const reactions = json === null ? [] : parseJson(json);
  return listAt({ reactions }, 'reactions').flatMap((reaction) => {
    const [actor, emoji] = [textAt(reaction, 'actor'), textAt(reaction, 'emoji')];
    return actor === undefined || emoji === undefined ? [] : [{ actor, emoji }];
  });
}
