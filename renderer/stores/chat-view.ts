import type { ChatFilter } from '#shared/chat-filter.ts';
import type { AccountId, ChatId, LabelId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { unreachable } from '#shared/unreachable.ts';
import { windowState } from '#shared/window.ts';

/** What the list shows now. */
export interface ChatView {
  readonly filter: ChatFilter;
  /** With a label: the chats that carry it, wherever they were put; the filter does not count. */
  readonly labelId: LabelId | null;
  readonly accountId: AccountId | null;
  /** The open chat, whose row must not vanish because it was read. */
  readonly keep: ChatId | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whether the core would put this chat into the view. */
export function isInView(chat: Chat, { filter, labelId, accountId, now }: ChatView): boolean {
  if (accountId !== null && chat.accountId !== accountId) return false;
  if (labelId !== null) return chat.labels.some(({ id }) => id === labelId);
  switch (filter) {
    case 'all':
      return isOpen(chat);
    case 'unread':
      return isOpen(chat) && isUnread(chat);
    case 'waiting':
      return isOpen(chat) && chat.isWaiting;
    case 'closing':
      return isOpen(chat) && isClosing(chat, now);
    case 'failed':
      return chat.failedCount > 0;
    case 'snoozed':
      return !chat.isResolved && isSnoozed(chat);
    case 'resolved':
      return chat.isResolved;
    default:
      return unreachable(filter);
  }
}

/** In `all` pinned chats first; in `closing` the nearest end; else the newest message. */
export function compareInView(
  a: Chat,
  b: Chat,
  { filter, labelId }: Pick<ChatView, 'filter' | 'labelId'>,
): number {
  if (labelId !== null) return compareChats(a, b);
  if (filter === 'closing') {
    return (a.windowExpiresAt ?? 0) - (b.windowExpiresAt ?? 0) || a.id - b.id;
  }
  const byPin = filter === 'all' ? rankOfPin(b) - rankOfPin(a) : 0;
  return byPin === 0 ? compareChats(a, b) : byPin;
}

/** Newest message first; chats without a message last; ties by the younger chat. */
export function compareChats(a: Chat, b: Chat): number {
  const byTime = (b.lastMessageAt ?? -Infinity) - (a.lastMessageAt ?? -Infinity);
  // Two chats without messages give NaN, which is neither and falls through to the ids.
  return byTime > 0 || byTime < 0 ? byTime : b.id - a.id;
}

export function isUnread(chat: Chat): boolean {
  return chat.unreadCount > 0 || chat.isMarkedUnread;
}

export function isSnoozed(chat: Chat): boolean {
  return chat.snoozedUntil !== null || chat.snoozedUntilReply;
}

export function isMuted(chat: Chat, now: number): boolean {
  return chat.mutedUntil !== null && chat.mutedUntil > now;
}

function isOpen(chat: Chat): boolean {
  return !chat.isResolved && !isSnoozed(chat);
}

function isClosing(chat: Chat, now: number): boolean {
  const state = windowState(chat.windowExpiresAt, now);
  return state.kind === 'open' && state.urgency !== 'calm';
}

function rankOfPin(chat: Chat): number {
  return chat.pinnedAt === null ? 0 : 1;
}
