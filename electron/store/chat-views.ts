import type { ChatFilter } from '#shared/chat-filter.ts';
import type { AccountId } from '#shared/ids.ts';
import type { ChatCounts } from '#shared/triage.ts';
import { unreachable } from '#shared/unreachable.ts';
import { SOON_MS, WINDOW_MS } from '#shared/window.ts';
import type { Reader } from './store.ts';

/** The list's views, and two for programs: every chat, and every unread one, wherever it is put. */
export type ChatView = ChatFilter | 'any' | 'any_unread';

/** How a view is read: from which index, under which conditions, in which order. */
export interface ViewPlan {
  readonly index: string;
  readonly conditions: readonly string[];
  readonly parameters: readonly number[];
  readonly sortBy: 'last_message_at' | 'window_opened_at';
}

export function planOfView(view: ChatView, accountId: AccountId | null, now: number): ViewPlan {
  const { index, conditions, ...rest } = planOfAllAccounts(view, now);
  if (accountId === null) return { index, conditions, ...rest };
  return {
    ...rest,
    index: INDEX_OF_ONE_ACCOUNT.get(index) ?? index,
    conditions: [...conditions, 'v.account_id = ?'],
    parameters: [...rest.parameters, accountId],
  };
}

/** Large views have an index per account; the others are short, and carry the account along. */
const INDEX_OF_ONE_ACCOUNT: ReadonlyMap<string, string> = new Map([
  ['conversation_open', 'conversation_account_open'],
  ['conversation_recent', 'conversation_account_recent'],
]);

const IS_OPEN = "v.shelf = 'open'";

function planOfAllAccounts(view: ChatView, now: number): ViewPlan {
  switch (view) {
    case 'any':
      return newestFirst('conversation_recent');
    case 'any_unread':
      return newestFirst('conversation_unread', 'v.unread_count > 0');
    case 'all':
      return newestFirst('conversation_open', IS_OPEN, 'v.pinned_at IS NULL');
    case 'unread':
      return newestFirst('conversation_not_read', IS_OPEN, 'v.is_unread = 1');
    case 'waiting':
      return newestFirst('conversation_waiting', IS_OPEN, 'v.is_waiting = 1');
    case 'closing':
      return {
        index: 'conversation_closing',
        conditions: [IS_OPEN, 'v.window_opened_at > ?', 'v.window_opened_at <= ?'],
        parameters: [now - WINDOW_MS, now - WINDOW_MS + SOON_MS],
        sortBy: 'window_opened_at',
      };
    case 'failed':
      return newestFirst('conversation_failed', 'v.failed_count > 0');
    case 'snoozed':
      return newestFirst('conversation_snoozed', "v.shelf = 'snoozed'");
    case 'resolved':
      return newestFirst('conversation_resolved', "v.shelf = 'resolved'");
    default:
      return unreachable(view);
  }
}

function newestFirst(index: string, ...conditions: readonly string[]): ViewPlan {
  return {
    index,
    conditions: ['v.last_message_at IS NOT NULL', ...conditions],
    parameters: [],
    sortBy: 'last_message_at',
  };
}

/** The pinned chats, which stand above the first page of `all`. */
export function planOfPinned(accountId: AccountId | null): ViewPlan {
  const pinned = newestFirst('conversation_pinned', IS_OPEN, 'v.pinned_at IS NOT NULL');
  if (accountId === null) return pinned;
  return {
    ...pinned,
    conditions: [...pinned.conditions, 'v.account_id = ?'],
    parameters: [accountId],
  };
}

export function countChats(db: Reader, accountId: AccountId | null, now: number): ChatCounts {
  const count = (view: ChatFilter): number => countView(db, planOfView(view, accountId, now));
  return {
    unread: count('unread'),
    waiting: count('waiting'),
    closing: count('closing'),
    failed: count('failed'),
    snoozed: count('snoozed'),
  };
}

function countView(db: Reader, { index, conditions, parameters }: ViewPlan): number {
  const row = db
    .prepare<{ n: number }>(
      `SELECT count(*) AS n FROM conversation v INDEXED BY ${index} WHERE ${conditions.join(' AND ')}`,
    )
    .get(...parameters);
  return row?.n ?? 0;
}

/** Chats of the inbox that have something unread, whatever the account. */
export function countUnreadChats(db: Reader): number {
  return countView(db, planOfView('unread', null, 0));
}
