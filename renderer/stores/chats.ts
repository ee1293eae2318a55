import { create } from 'zustand';
import type { ChatFilter } from '#shared/contract.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { call } from './core.ts';
import { appendPage, placeChats } from './chat-order.ts';
import type { LoadedChats } from './chat-order.ts';

const PAGE = 60;
const MOST = 200;

interface Chats extends LoadedChats {
  readonly filter: ChatFilter;
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
  phase: 'loading',
  isLoadingMore: false,
  open: undefined,
  isOpenGone: false,
}));

/** Loads the list anew; as many rows as were shown, within what one page may hold. */
export async function loadChats(filter: ChatFilter = useChats.getState().filter): Promise<void> {
  const before = useChats.getState();
  const isSameFilter = before.filter === filter;
  if (!isSameFilter) useChats.setState({ filter, rows: [], nextCursor: null, phase: 'loading' });
  const limit = isSameFilter ? Math.min(MOST, Math.max(PAGE, before.rows.length)) : PAGE;
  const result = await call('chats.page', { filter, accountId: null, cursor: null, limit });
  if (useChats.getState().filter !== filter) return;
  if (!result.ok) {
    useChats.setState((now) => ({ phase: now.rows.length > 0 ? 'ready' : 'failed' }));
    return;
  }
  const { chats, nextCursor } = result.data;
  useChats.setState({ rows: chats, nextCursor, phase: 'ready' });
}

export async function loadMoreChats(): Promise<void> {
  const { filter, nextCursor, isLoadingMore, phase } = useChats.getState();
  if (nextCursor === null || isLoadingMore || phase !== 'ready') return;
  useChats.setState({ isLoadingMore: true });
  const result = await call('chats.page', {
    filter,
    accountId: null,
    cursor: nextCursor,
    limit: PAGE,
  });
  useChats.setState({ isLoadingMore: false });
  const now = useChats.getState();
  if (!result.ok || now.filter !== filter || now.nextCursor !== nextCursor) return;
  const page = { rows: result.data.chats, nextCursor: result.data.nextCursor };
  useChats.setState(appendPage(now, page));
}

/** Asks for these chats again and puts them where they belong now. At most 200 ids. */
export async function refreshChats(chatIds: readonly ChatId[]): Promise<void> {
  const result = await call('chats.byIds', { chatIds: [...chatIds] });
  if (result.ok) placeFresh(result.data);
}

function placeFresh(fresh: readonly Chat[]): void {
  useChats.setState((now) => {
    const open = fresh.find((chat) => chat.id === now.open?.id) ?? now.open;
    const view = { filter: now.filter, keep: open?.id };
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
