import { useEffect, useSyncExternalStore } from 'react';
import type { Chat } from '#shared/models/chat.ts';
import { markRead } from '../../../stores/chats.ts';
import { useThread } from '../../../stores/thread.ts';

/** Marks the open chat as read, but only when its newest messages are really being looked at. */
export function useMarkRead(chat: Chat | undefined): void {
  const isLooking = useSyncExternalStore(onLooking, looking);
  const isShown = useThread((state) => state.chatId === chat?.id && state.phase === 'ready');
  const isAtEnd = useThread((state) => state.isAtBottom && state.newerCursor === null);
  const chatId = chat?.id;
  // A mark that the owner set is gone once the chat is opened again.
  const unreadCount = (chat?.unreadCount ?? 0) + (chat?.isMarkedUnread === true ? 1 : 0);
  useEffect(() => {
    if (chatId === undefined || unreadCount === 0) return;
    if (isLooking && isShown && isAtEnd) void markRead(chatId);
  }, [chatId, unreadCount, isLooking, isShown, isAtEnd]);
}

function looking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function onLooking(changed: () => void): () => void {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}
