import { create } from 'zustand';
import type { ChatFilter } from '#shared/chat-filter.ts';
import type { AccountId, ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { ChatCounts } from '#shared/triage.ts';
import { call } from './core.ts';
import { appendPage, placeChats } from './chat-order.ts';
import type { LoadedChats } from './chat-order.ts';
import type { ChatView } from './chat-view.ts';

const PAGE = 60;
const MOST = 200;

interface Chats extends LoadedChats {
  readonly filter: ChatFilter;
  /** Null: the chats of all accounts. */
  readonly accountId: AccountId | null;
  readonly counts: ChatCounts | undefined;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly isLoadingMore: boolean;
  /** The chat whose thread is shown; it may lie outside the loaded rows. */
  readonly open: Chat | undefined;
  /** Set when the address names a chat that does not exist. */
  readonly isOpenGone: boolean;
}

export const useChats = create<Chats>()(() => ({
  rows: [],
  nextCursor: null,
  filter: 'all',
  accountId: null,
  counts: undefined,
  phase: 'loading',
  isLoadingMore: false,
  open: undefined,
  isOpenGone: false,
}));

/** Loads the list anew; as many rows as were shown, within what one page may hold. */
export async function loadChats(
  filter: ChatFilter = useChats.getState().filter,
  accountId: AccountId | null = useChats.getState().accountId,
): Promise<void> {
  const before = useChats.getState();
  const isSameView = before.filter === filter && before.accountId === accountId;
  if (!isSameView) {
    useChats.setState({ filter, accountId, rows: [], nextCursor: null, phase: 'loading' });
  }
  void loadCounts();
  const limit = isSameView ? Math.min(MOST, Math.max(PAGE, before.rows.length)) : PAGE;
  const result = await call('chats.page', { filter, accountId, cursor: null, limit });
  const now = useChats.getState();
  if (now.filter !== filter || now.accountId !== accountId) return;
  if (!result.ok) {
    useChats.setState((state) => ({ phase: state.rows.length > 0 ? 'ready' : 'failed' }));
    return;
  }
  const { chats, nextCursor } = result.data;
  useChats.setState({ rows: chats, nextCursor, phase: 'ready' });
}

/** Counts every view of the chosen account. Windows close by themselves, so also once a minute. */
export async function loadCounts(): Promise<void> {
  const { accountId } = useChats.getState();
  const result = await call('chats.counts', { accountId });
  if (result.ok && useChats.getState().accountId === accountId) {
    useChats.setState({ counts: result.data });
  }
}

export async function loadMoreChats(): Promise<void> {
  const { filter, accountId, nextCursor, isLoadingMore, phase } = useChats.getState();
  if (nextCursor === null || isLoadingMore || phase !== 'ready') return;
  useChats.setState({ isLoadingMore: true });
  const result = await call('chats.page', { filter, accountId, cursor: nextCursor, limit: PAGE });
  useChats.setState({ isLoadingMore: false });
  const now = useChats.getState();
  const isSameView = now.filter === filter && now.accountId === accountId;
  if (!result.ok || !isSameView || now.nextCursor !== nextCursor) return;
  const page = { rows: result.data.chats, nextCursor: result.data.nextCursor };
  useChats.setState(appendPage(now, page));
}

/** Asks for these chats again and puts them where they belong now. At most 200 ids. */
export async function refreshChats(chatIds: readonly ChatId[]): Promise<void> {
  const result = await call('chats.byIds', { chatIds: [...chatIds] });
  if (result.ok) placeFresh(result.data);
}

/** Puts chats as they are now where they belong in the list. */
export function placeFresh(fresh: readonly Chat[]): void {
  useChats.setState((now) => {
    const open = fresh.find((chat) => chat.id === now.open?.id) ?? now.open;
    const { filter, accountId } = now;
    const view: ChatView = { filter, accountId, keep: open?.id, now: Date.now() };
    return { ...placeChats(now, fresh, view), open };
  });
}

/** Makes this the open chat: at once when its row is loaded, else after asking for it. */
export async function openChat(chatId: ChatId | undefined): Promise<void> {
  if (chatId === undefined) {
    useChats.setState({ open: undefined, isOpenGone: false });
    return;
  }
  const { rows, open } = useChats.getState();
  if (open?.id === chatId) return;
  const row = rows.find((chat) => chat.id === chatId);
  useChats.setState({ open: row, isOpenGone: false });
  if (row !== undefined) return;
  const result = await call('chats.byIds', { chatIds: [chatId] });
  if (!result.ok) return;
  const found = result.data.find((chat) => chat.id === chatId);
  useChats.setState({ open: found, isOpenGone: found === undefined });
}

export async function markRead(chatId: ChatId): Promise<void> {
  const result = await call('chats.markRead', { chatId });
  if (result.ok) placeFresh([result.data]);
}
