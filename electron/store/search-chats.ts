import type { AccountId, ChatId, LabelId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { parseSearch } from '#shared/search-query.ts';
import { searchTokens } from '#shared/search-text.ts';
import { chatsByIds } from './chats.ts';
import { pageLabelledChats } from './labelled-chats.ts';
import { isLabelled, labelsNamed } from './search-labels.ts';
import type { Reader } from './store.ts';

export interface ChatSearchQuestion {
  readonly text: string;
  readonly accountId: AccountId | null;
  readonly limit: number;
  readonly now: number;
}

/** Chats whose person's name, number or username has all the words in it, newest message first. */
export function searchChats(db: Reader, question: ChatSearchQuestion): Chat[] {
  const query = parseSearch(question.text, question.now);
  const words = query.terms.flatMap((term) => term.words);
  const labelIds = labelsNamed(db, query.labelNames, []);
  if (words.length === 0) return labelledChats(db, labelIds ?? [], question);
  const ids = chatsOf(db, words, { ...question, labelIds });
  const chats = new Map(chatsByIds(db, ids).map((chat) => [chat.id, chat]));
  return ids.flatMap((id) => chats.get(id) ?? []);
}

/** Chats that carry any of the labels, when nothing else was asked for. */
function labelledChats(
  db: Reader,
  labelIds: readonly LabelId[],
  { accountId, limit }: ChatSearchQuestion,
): Chat[] {
  const page = { accountId, limit, unreadOnly: false, after: null };
  const chats = labelIds.flatMap((labelId) => pageLabelledChats(db, { ...page, labelId }).chats);
  const byId = new Map(chats.map((chat) => [chat.id, chat]));
  return [...byId.values()]
    .toSorted((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0) || b.id - a.id)
    .slice(0, limit);
}

/** For operators: every chat with somebody of this name, up to `limit`. */
export function chatsByName(db: Reader, name: string, limit: number): ChatId[] {
  const words = searchTokens(name).map(({ word }) => word);
  return words.length === 0 ? [] : chatsOf(db, words, { accountId: null, labelIds: null, limit });
}

/** More people than this share a part of a name: then the chats are walked, newest first. */
const FEW = 400;
const SHORTEST_TRIGRAM = 3;

interface ChatScope {
  readonly accountId: AccountId | null;
  /** Null: with any labels or none. */
  readonly labelIds: readonly LabelId[] | null;
  readonly limit: number;
}

function chatsOf(
  db: Reader,
  words: readonly string[],
  { accountId, labelIds, limit }: ChatScope,
): ChatId[] {
  const { condition, parameters } = nameCondition(words);
  const people = db
    .prepare<{ id: number }>(
      `SELECT s.rowid AS id FROM contact_search s WHERE ${condition} LIMIT ${FEW + 1}`,
    )
    .all(...parameters)
    .map(({ id }) => id);
  const withLabel = labelIds === null ? '' : `AND ${isLabelled('v.id', labelIds)}`;
  const inAccount = `${accountId === null ? '' : 'AND v.account_id = ?'} ${withLabel}`;
  const account = accountId === null ? [] : [accountId];
  if (people.length <= FEW) {
    return db
      .prepare<{ id: ChatId }>(
        `SELECT v.id FROM conversation v
         WHERE v.contact_id IN (SELECT value FROM json_each(?)) AND v.last_message_at IS NOT NULL ${inAccount}
         ORDER BY v.last_message_at DESC, v.id DESC LIMIT ?`,
      )
      .all(JSON.stringify(people), ...account, limit)
      .map(({ id }) => id);
  }
  const walk = likeCondition(words);
  return db
    .prepare<{ id: ChatId }>(
      `SELECT v.id FROM conversation v INDEXED BY conversation_recent
       CROSS JOIN contact_search s ON s.rowid = v.contact_id
       WHERE v.last_message_at IS NOT NULL AND ${walk.condition} ${inAccount}
       ORDER BY v.last_message_at DESC, v.id DESC LIMIT ?`,
    )
    .all(...walk.parameters, ...account, limit)
    .map(({ id }) => id);
}

interface Condition {
  readonly condition: string;
  readonly parameters: readonly string[];
}

/** Three letters and more are found anywhere in a name; fewer only where a word starts. */
export function nameCondition(words: readonly string[]): Condition {
  const long = words.filter((word) => isLong(word));
  if (long.length === 0) return likeCondition(words);
  const short = likeCondition(words.filter((word) => !long.includes(word)));
  return {
    condition: `contact_search MATCH ? AND ${short.condition}`,
    parameters: [long.map((word) => `"${word}"`).join(' AND '), ...short.parameters],
  };
}

/** The same, for a row `s` of `contact_search` that is at hand. */
export function likeCondition(words: readonly string[]): Condition {
  return {
    condition: ['1', ...words.map(() => 'instr(s.words, ?) > 0')].join(' AND '),
    parameters: words.map((word) => (isLong(word) ? word : ` ${word}`)),
  };
}

function isLong(word: string): boolean {
  return Array.from(word).length >= SHORTEST_TRIGRAM;
}
