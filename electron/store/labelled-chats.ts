import type { AccountId, ChatId, LabelId } from '#shared/ids.ts';
import { chatsByIds } from './chats.ts';
import type { ChatSlice } from './chats.ts';
import { encodeCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Reader } from './store.ts';

export interface LabelledQuery {
  readonly labelId: LabelId;
  readonly accountId: AccountId | null;
  readonly unreadOnly: boolean;
  readonly after: Cursor | null;
  readonly limit: number;
}

/** Chats that carry a label, wherever they were put, newest message first. */
export function pageLabelledChats(db: Reader, query: LabelledQuery): ChatSlice {
  const ids = labelledChatIds(db, { ...query, limit: query.limit + 1 });
  const byId = new Map(chatsByIds(db, ids.slice(0, query.limit)).map((chat) => [chat.id, chat]));
  const chats = ids.flatMap((id) => byId.get(id) ?? []);
  const last = ids.length > query.limit ? chats.at(-1) : undefined;
  return {
    chats,
    nextCursor:
      last === undefined ? null : encodeCursor({ at: last.lastMessageAt ?? 0, id: last.id }),
  };
}

function labelledChatIds(db: Reader, query: LabelledQuery): ChatId[] {
  const { labelId, accountId, unreadOnly, after, limit } = query;
  const conditions = ['x.label_id = ?', 'x.last_message_at IS NOT NULL'];
  const parameters: number[] = [labelId];
  if (after !== null) {
    conditions.push('(x.last_message_at, x.conversation_id) < (?, ?)');
    parameters.push(after.at, after.id);
  }
  if (accountId !== null) {
    conditions.push('v.account_id = ?');
    parameters.push(accountId);
  }
  if (unreadOnly) conditions.push('v.unread_count > 0');
  return db
    .prepare<{ id: ChatId }>(
      `SELECT v.id FROM labelled_chat x INDEXED BY labelled_chat_recent
       CROSS JOIN conversation v ON v.id = x.conversation_id
       WHERE ${conditions.join(' AND ')}
       ORDER BY x.last_message_at DESC, x.conversation_id DESC LIMIT ?`,
    )
    .all(...parameters, limit)
    .map((row) => row.id);
}
