import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { AccountId, ChatId } from '#shared/ids.ts';
import type { Label } from '#shared/models/label.ts';
import type { Clock } from '../../clock.ts';
import { markChatRead } from '../../sending/mark-read.ts';
import { searchChatIds } from '../../store/chat-lookup.ts';
import { chatsByIds, findChat, pageChats } from '../../store/chats.ts';
import type { ChatQuery, ChatSlice } from '../../store/chats.ts';
import { pageLabelledChats } from '../../store/labelled-chats.ts';
import { findLabelByName } from '../../store/labels.ts';
import { encodeCursor } from '../../store/cursor.ts';
import type { Reader, Store } from '../../store/store.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { noBody, noQuery, route } from '../route.ts';
import type { Route } from '../route.ts';
import { missing, rowId } from '../row-id.ts';
import { chatOnWire, chatSchema } from '../wire/chat.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

const chatsQuery = pageQuery.extend({
  query: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Part of a name, number or username'),
  label: z.string().optional().describe('Only people with this label'),
  unread: z.enum(['true', 'false', '1', '0']).optional().describe('true: only unread chats'),
  account_id: z.coerce.number().int().positive().optional(),
});

export function chatRoutes({ store, clock }: Dependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/chats',
      scope: 'read',
      summary: 'The chats, newest message first',
      query: chatsQuery,
      body: noBody,
      status: 200,
      answer: pageOf(chatSchema),
      takesIdempotencyKey: false,
      handle({ query }) {
        const label = query.label === undefined ? null : findLabelByName(store, query.label);
        if (label === undefined) return { data: [], next_cursor: null };
        const page = pageOrSearch(store, query.query, label, {
          accountId: query.account_id === undefined ? null : asId<AccountId>(query.account_id),
          view: query.unread === 'true' || query.unread === '1' ? 'any_unread' : 'any',
          now: clock(),
          after: cursorFrom(query.cursor),
          limit: query.limit,
        });
        return { data: page.chats.map(chatOnWire), next_cursor: page.nextCursor };
      },
    }),
    route({
      method: 'POST',
      path: '/chats/{id}/read',
      scope: 'send',
      summary: 'Marks a chat as read, here and at Meta',
      query: noQuery,
      body: noBody,
      status: 200,
      answer: chatSchema,
      takesIdempotencyKey: false,
      handle({ params }) {
        const id = asId<ChatId>(rowId(params, 'chat'));
        markChatRead({ store, clock }, id);
        const chat = findChat(store, id);
        if (chat === undefined) throw missing('chat', id);
        return chatOnWire(chat);
      },
    }),
  ];
}

function pageOrSearch(
  db: Reader,
  text: string | undefined,
  label: Label | null,
  query: ChatQuery,
): ChatSlice {
  const { accountId, after, limit } = query;
  const unreadOnly = query.view === 'any_unread';
  if (text === undefined) {
    if (label === null) return pageChats(db, query);
    return pageLabelledChats(db, { labelId: label.id, accountId, unreadOnly, after, limit });
  }
  const labelId = label?.id ?? null;
  const ids = searchChatIds(db, { text, accountId, unreadOnly, labelId, after, limit: limit + 1 });
  const chats = new Map(chatsByIds(db, ids.slice(0, query.limit)).map((chat) => [chat.id, chat]));
  const found = ids.flatMap((id) => chats.get(id) ?? []);
  const last = ids.length > query.limit ? found.at(-1) : undefined;
  return {
    chats: found,
    nextCursor:
      last === undefined ? null : encodeCursor({ at: last.lastMessageAt ?? 0, id: last.id }),
  };
}
