import { create } from 'zustand';
import type { ChatFilter } from '#shared/chat-filter.ts';
import type { AccountId, ChatId, LabelId } from '#shared/ids.ts';
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
  /** Null: the chats of the filter. */
  readonly labelId: LabelId | null;
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
  labelId: null,
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
  labelId: LabelId | null = useChats.getState().labelId,
): Promise<void> {
  const before = useChats.getState();
  const isSameView = isView(before, { filter, accountId, labelId });
  if (!isSameView) {
    useChats.setState({ filter, accountId, labelId, rows: [], nextCursor: null, phase: 'loading' });
  }
  void loadCounts();
  const limit = isSameView ? Math.min(MOST, Math.max(PAGE, before.rows.length)) : PAGE;
  const result = await call('chats.page', { filter, labelId, accountId, cursor: null, limit });
  if (!isView(useChats.getState(), { filter, accountId, labelId })) return;
  if (!result.ok) {
    useChats.setState((state) => ({ phase: state.rows.length > 0 ? 'ready' : 'failed' }));
    return;
  }
  const { chats, nextCursor } = result.data;
  useChats.setState({ rows: chats, nextCursor, phase: 'ready' });
}

type ShownView = Pick<Chats, 'filter' | 'accountId' | 'labelId'>;

function isView(now: ShownView, view: ShownView): boolean {
  return (
    now.filter === view.filter && now.accountId === view.accountId && now.labelId === view.labelId
  );
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
  const { filter, labelId, accountId, nextCursor, isLoadingMore, phase } = useChats.getState();
  if (nextCursor === null || isLoadingMore || phase !== 'ready') return;
  useChats.setState({ isLoadingMore: true });
  const page = { filter, labelId, accountId };
  const result = await call('chats.page', { ...page, cursor: nextCursor, limit: PAGE });
  useChats.setState({ isLoadingMore: false });
  const now = useChats.getState();
  if (!result.ok || !isView(now, page) || now.nextCursor !== nextCursor) return;
  const next = { rows: result.data.chats, nextCursor: result.data.nextCursor };
  useChats.setState(appendPage(now, next));
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
    const { filter, labelId, accountId } = now;
    const view: ChatView = { filter, labelId, accountId, keep: open?.id, now: Date.now() };
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
