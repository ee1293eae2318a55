import { create } from 'zustand';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';

/** Where the owner is. Kept in the address's hash, so that a reload comes back to it. */
export interface Route {
  readonly screen: 'inbox';
  readonly chatId: ChatId | undefined;
}

export const useRoute = create<Route>()(() => readRoute(''));

export function readRoute(hash: string): Route {
  const id = /^#\/inbox\/([1-9]\d{0,14})$/.exec(hash)?.[1];
  return { screen: 'inbox', chatId: id === undefined ? undefined : asId<ChatId>(Number(id)) };
}

/** Follows the address until the returned function is called. */
export function followAddress(): () => void {
  readAddress();
  window.addEventListener('hashchange', readAddress);
  return () => window.removeEventListener('hashchange', readAddress);
}

function readAddress(): void {
  useRoute.setState(readRoute(window.location.hash));
}

export function goToChat(chatId: ChatId | undefined): void {
  const hash = chatId === undefined ? '#/inbox' : `#/inbox/${chatId}`;
  // Walking through chats is not worth a step back each.
  window.history.replaceState(null, '', hash);
  useRoute.setState(readRoute(hash));
}
