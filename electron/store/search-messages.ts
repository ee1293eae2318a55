import type { AccountId, ChatId, LabelId, MessageId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import type { SearchHit, SearchPage } from '#shared/models/search.ts';
import { narrows, parseSearch } from '#shared/search-query.ts';
import type { SearchHint, SearchQuery } from '#shared/search-query.ts';
import { searchPieces } from '#shared/search-pieces.ts';
import { snippetOf } from '#shared/search-snippet.ts';
import { chatsByIds } from './chats.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readBlocks } from './search-blocks.ts';
import { chatsByName } from './search-chats.ts';
import { stillUnindexed } from './search-index.ts';
import { fewChatsLabelled, isLabelled, labelsNamed, lastInLabelled } from './search-labels.ts';
import { matchExpression } from './search-match.ts';
import type { Reader } from './store.ts';
import type { MessageTable } from './tables.ts';

export interface MessageSearch {
  readonly text: string;
  readonly accountId: AccountId | null;
  readonly chatId: ChatId | null;
  readonly after: Cursor | null;
  readonly limit: number;
  readonly now: number;
}

/** Names in operators that fit more chats than this are not narrow enough to be worth asking. */
const MOST_NAMED_CHATS = 500;

/** Messages of all history that answer the question, newest first. Never throws for what is asked. */
export function searchMessages(db: Reader, search: MessageSearch): SearchPage {
  const query = parseSearch(search.text, search.now);
  const hints = [...query.hints];
  const scope = scopeOf(db, query, search.chatId, hints);
  const positions = narrows(query) && scope !== undefined ? find(db, query, search, scope) : [];
  const shown = positions.slice(0, search.limit);
  const last = positions.length > search.limit ? shown.at(-1) : undefined;
  return {
    hits: readHits(db, query, shown),
    nextCursor: last === undefined ? null : encodeCursor(last),
    hints,
    stillIndexing: stillUnindexed(db),
    superseded: false,
  };
}

/** Where to look. */
interface Scope {
  /** Null: all chats. */
  readonly chatIds: readonly ChatId[] | null;
  /** Set where so many chats carry one of them that each message is asked instead. */
  readonly labelIds: readonly LabelId[] | null;
}

/** Undefined: somebody was named that there is not, so nothing can be found. */
function scopeOf(
  db: Reader,
  query: SearchQuery,
  chatId: ChatId | null,
  hints: SearchHint[],
): Scope | undefined {
  const groups: (readonly ChatId[])[] = chatId === null ? [] : [[chatId]];
  for (const names of [query.fromNames, query.inNames]) {
    if (names.length === 0) continue;
    const group = names.flatMap((name) => {
      const named = chatsByName(db, name, MOST_NAMED_CHATS);
      if (named.length === 0) hints.push({ kind: 'nobody', part: name });
      return named;
    });
    groups.push(group);
  }
  const labelIds = labelsNamed(db, query.labelNames, hints);
  const labelled = labelIds === null ? null : fewChatsLabelled(db, labelIds, MOST_NAMED_CHATS);
  if (labelled !== null) groups.push(labelled);
  const [first, ...rest] = groups;
  const chatIds = first?.filter((id) => rest.every((group) => group.includes(id))) ?? null;
  if (chatIds?.length === 0) return undefined;
  return { chatIds, labelIds: labelled === null ? labelIds : null };
}

/** One more than the limit, if there are as many. */
function find(
  db: Reader,
  query: SearchQuery,
  search: MessageSearch,
  { chatIds, labelIds }: Scope,
): Cursor[] {
  const span = {
    from: query.after ?? 0,
    until: Math.min(
      (query.before ?? Infinity) - 1,
      search.after?.at ?? Number.MAX_SAFE_INTEGER,
      labelIds === null ? Number.MAX_SAFE_INTEGER : lastInLabelled(db, labelIds),
    ),
  };
  const blocks = readBlocks(db, span);
  if (blocks.ids === undefined) return [];
  const timeOf = timeReader(db, query, labelIds);
  const best: Cursor[] = [];
  const wanted = search.limit + 1;
  for (const { id } of candidates(db, matchExpression(query, { ...search, chatIds }), blocks.ids)) {
    const worst = best.length === wanted ? best.at(-1) : undefined;
    // What follows has lower ids, so a message of the same time would stand behind too.
    if (worst !== undefined && worst.at >= blocks.newestUpTo(id)) break;
    const within =
      worst === undefined ? span : { ...span, from: Math.max(span.from, worst.at + 1) };
    if (!blocks.mayHold(id, within)) continue;
    const at = timeOf(id);
    if (at === undefined || at < within.from || at > within.until) continue;
    if (search.after !== null && at === search.after.at && id >= search.after.id) continue;
    insert(best, { at, id }, wanted);
  }
  return best;
}

/** Ids that fit the words and operators, from the highest down, read only as far as somebody asks. */
function candidates(
  db: Reader,
  match: string | null,
  [lowest, highest]: readonly [number, number],
): Iterable<{ readonly id: number }> {
  if (match === null) {
    return db
      .prepare<{ id: number }>(
        `SELECT id FROM message WHERE id BETWEEN ? AND ? AND type <> 'reaction' AND is_deleted = 0
         ORDER BY id DESC`,
      )
      .iterate(lowest, highest);
  }
  return db
    .prepare<{ id: number }>(
      `SELECT rowid AS id FROM message_search WHERE message_search MATCH ? AND rowid BETWEEN ? AND ?
       ORDER BY rowid DESC`,
    )
    .iterate(match, lowest, highest);
}

/** A message's time, or undefined when it does not fit what only its row can say. */
function timeReader(
  db: Reader,
  query: SearchQuery,
  labelIds: readonly LabelId[] | null,
): (id: number) => number | undefined {
  const unread = query.is.includes('unread')
    ? `JOIN conversation v ON v.id = m.conversation_id
         AND v.unread_count > 0 AND m.timestamp > v.read_up_to AND m.is_notable = 1`
    : '';
  const labelled = labelIds === null ? '' : `AND ${isLabelled('m.conversation_id', labelIds)}`;
  const row = db.prepare<{ timestamp: number }>(
    `SELECT m.timestamp FROM message m ${unread} WHERE m.id = ? ${labelled}`,
  );
  return (id) => row.get(id)?.timestamp;
}

/** Keeps the list in order, newest first, and no longer than `length`. */
function insert(list: Cursor[], entry: Cursor, length: number): void {
  let at = list.length;
  for (let before = list[at - 1]; before !== undefined && isNewer(entry, before);) {
    at -= 1;
    before = list[at - 1];
  }
  list.splice(at, 0, entry);
  if (list.length > length) list.pop();
}

function isNewer(a: Cursor, b: Cursor): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id);
}

type HitRow = Pick<
  MessageTable,
  'account_id' | 'direction' | 'type' | 'body' | 'payload' | 'status' | 'timestamp'
> & { readonly id: MessageId; readonly conversation_id: ChatId };

function readHits(db: Reader, query: SearchQuery, positions: readonly Cursor[]): SearchHit[] {
  const rows = db
    .prepare<HitRow>(
      `SELECT id, conversation_id, account_id, direction, type, body, payload, status, timestamp
       FROM message WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(positions.map(({ id }) => id)));
  const byId = new Map<number, HitRow>(rows.map((row) => [row.id, row]));
  const chats = chatsByIds(db, [...new Set(rows.map((row) => row.conversation_id))]);
  const names = new Map(chats.map((chat) => [chat.id, chat.contact.name]));
  return positions.flatMap(({ id }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toHit(row, names.get(row.conversation_id) ?? '', query)];
  });
}

function toHit(row: HitRow, contactName: string, query: SearchQuery): SearchHit {
  const pieces = searchPieces(row.type, row.body, parseJson(row.payload));
  return {
    messageId: row.id,
    chatId: row.conversation_id,
    accountId: row.account_id,
    contactName,
    timestamp: row.timestamp,
    direction: row.direction,
    type: row.type,
    status: row.status,
    snippet: snippetOf(pieces, query.terms),
  };
}
