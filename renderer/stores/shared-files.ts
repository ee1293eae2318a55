import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import type { SharedKind } from '#shared/models/shared-files.ts';
import { call } from './core.ts';

const PAGE = 60;

interface SharedFiles {
  readonly chatId: ChatId | undefined;
  readonly kind: SharedKind;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Newest first. */
  readonly messages: readonly Message[];
  readonly nextCursor: string | null;
  readonly isLoadingMore: boolean;
}

export const useSharedFiles = create<SharedFiles>()(() => ({
  chatId: undefined,
  kind: 'media',
  phase: 'loading',
  messages: [],
  nextCursor: null,
  isLoadingMore: false,
}));

export async function loadShared(chatId: ChatId, kind: SharedKind): Promise<void> {
  const before = useSharedFiles.getState();
  if (before.chatId !== chatId || before.kind !== kind) {
    const nothing = { messages: [], nextCursor: null, isLoadingMore: false };
    useSharedFiles.setState({ chatId, kind, phase: 'loading', ...nothing });
  }
  const result = await call('shared.page', { chatId, kind, cursor: null, limit: PAGE });
  if (!isShown(chatId, kind)) return;
  if (!result.ok) useSharedFiles.setState({ phase: 'failed' });
  else useSharedFiles.setState({ ...result.data, phase: 'ready' });
}

export async function loadMoreShared(): Promise<void> {
  const { chatId, kind, nextCursor, isLoadingMore } = useSharedFiles.getState();
  if (chatId === undefined || nextCursor === null || isLoadingMore) return;
  useSharedFiles.setState({ isLoadingMore: true });
  const result = await call('shared.page', { chatId, kind, cursor: nextCursor, limit: PAGE });
  if (!isShown(chatId, kind)) return;
  useSharedFiles.setState({ isLoadingMore: false });
  const now = useSharedFiles.getState();
  if (!result.ok || now.nextCursor !== nextCursor) return;
  const messages = [...now.messages, ...result.data.messages];
  useSharedFiles.setState({ messages, nextCursor: result.data.nextCursor });
}

function isShown(chatId: ChatId, kind: SharedKind): boolean {
  const now = useSharedFiles.getState();
  return now.chatId === chatId && now.kind === kind;
}
