import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import type { Note, NoteHit } from '#shared/models/note.ts';
import { parseSearch } from '#shared/search-query.ts';
import type { SearchQuery, SearchTerm } from '#shared/search-query.ts';
import { snippetOf } from '#shared/search-snippet.ts';
import { chatsByIds } from './chats.ts';
import { notesByIds } from './notes.ts';
import { chatsByName } from './search-chats.ts';
import { isLabelled, labelsNamed } from './search-labels.ts';
import type { Reader } from './store.ts';

export interface NoteSearch {
  readonly text: string;
  readonly accountId: AccountId | null;
  readonly limit: number;
  readonly now: number;
}

/** Names in operators that fit more chats than this are not narrow enough to be worth asking. */
const MOST_NAMED_CHATS = 500;

/** The owner's notes that answer the question, newest first. */
export function searchNotes(db: Reader, search: NoteSearch): NoteHit[] {
  const query = parseSearch(search.text, search.now);
  if (query.terms.length === 0 || asksForMessages(query)) return [];
  const { conditions, parameters } = narrowed(db, query, search.accountId);
  const ids = db
    .prepare<{ id: number }>(
      `SELECT n.id FROM note_search s CROSS JOIN note n ON n.id = s.rowid
       CROSS JOIN conversation v ON v.id = n.conversation_id
       WHERE ${['note_search MATCH ?', ...conditions].join(' AND ')}
       ORDER BY n.at DESC, n.id DESC LIMIT ?`,
    )
    .all(matchOf(query), ...parameters, search.limit)
    .map(({ id }) => id);
  return toHits(db, ids, query.terms);
}

/** What only a message can be or have. */
function asksForMessages(query: SearchQuery): boolean {
  return query.has.length > 0 || query.is.length > 0 || query.fromNames.length > 0;
}

function matchOf({ terms, excluded }: SearchQuery): string {
  const all = terms.map((term) => `(${phrase(term)})`).join(' AND ');
  return excluded.length === 0 ? all : `(${all}) NOT (${excluded.map(phrase).join(' OR ')})`;
}

function phrase({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

interface Narrowed {
  readonly conditions: readonly string[];
  readonly parameters: readonly (number | string)[];
}

function narrowed(db: Reader, query: SearchQuery, accountId: AccountId | null): Narrowed {
  const conditions = ['n.removed_at IS NULL', 'n.at >= ?', 'n.at < ?'];
  const parameters: (number | string)[] = [
    query.after ?? 0,
    query.before ?? Number.MAX_SAFE_INTEGER,
  ];
  if (accountId !== null) {
    conditions.push('v.account_id = ?');
    parameters.push(accountId);
  }
  if (query.inNames.length > 0) {
    const named = query.inNames.flatMap((name) => chatsByName(db, name, MOST_NAMED_CHATS));
    conditions.push('v.id IN (SELECT value FROM json_each(?))');
    parameters.push(JSON.stringify(named));
  }
  const labelIds = labelsNamed(db, query.labelNames, []);
  if (labelIds !== null) conditions.push(isLabelled('v.id', labelIds));
  return { conditions, parameters };
}

function toHits(db: Reader, ids: readonly number[], terms: readonly SearchTerm[]): NoteHit[] {
  const notes = new Map<number, Note>(notesByIds(db, ids).map((note) => [note.id, note]));
  const chatIds = new Set([...notes.values()].map(({ chatId }) => chatId));
  const names = new Map(chatsByIds(db, [...chatIds]).map(({ id, contact }) => [id, contact.name]));
  return ids.flatMap((id) => {
    const note = notes.get(id);
    if (note === undefined) return [];
    return [
      {
        note,
        contactName: names.get(note.chatId) ?? '',
        after: messageAbove(db, note.chatId, note.at),
        snippet: snippetOf([note.text], terms),
      },
    ];
  });
}

/** The message below which a note stands; where it stands above all of them, the first one. */
function messageAbove(db: Reader, chatId: ChatId, at: number): MessageId | null {
  const inThread = `m.conversation_id = ? AND m.type <> 'reaction' AND m.hidden_at IS NULL`;
  const above = db
    .prepare<{ id: MessageId }>(
      `SELECT m.id FROM message m WHERE ${inThread} AND m.timestamp <= ?
       ORDER BY m.timestamp DESC, m.id DESC LIMIT 1`,
    )
    .get(chatId, at);
  const first = db
    .prepare<{ id: MessageId }>(
      `SELECT m.id FROM message m WHERE ${inThread} ORDER BY m.timestamp, m.id LIMIT 1`,
    )
    .get(chatId);
  return above?.id ?? first?.id ?? null;
}
