import { create } from 'zustand';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';

export const SCREEN_NAMES = ['inbox', 'contacts', 'templates', 'blocks'] as const;
export type ScreenName = (typeof SCREEN_NAMES)[number];

/** Where the owner is. Kept in the address's hash, so that a reload comes back to it. */
export interface Route {
  readonly screen: ScreenName;
  /** What follows the screen's name: `12` of `#/contacts/12`. Each screen reads its own. */
  readonly path: string;
  /** The chat that is open in the inbox; none on any other screen. */
  readonly chatId: ChatId | undefined;
  /** Where the inbox was left: its link leads back there. */
  readonly lastChatId: ChatId | undefined;
}

export const useRoute = create<Route>()(() => ({ ...readRoute(''), lastChatId: undefined }));

export function readRoute(hash: string): Omit<Route, 'lastChatId'> {
  const [, name = '', path = ''] = /^#\/([a-z]+)(?:\/(.*))?$/.exec(hash) ?? [];
  const screen = SCREEN_NAMES.find((known) => known === name) ?? 'inbox';
  const id = screen === 'inbox' && /^[1-9]\d{0,14}$/.test(path) ? Number(path) : undefined;
  return { screen, path, chatId: id === undefined ? undefined : asId<ChatId>(id) };
}

/** Follows the address until the returned function is called. */
export function followAddress(): () => void {
  readAddress();
  window.addEventListener('hashchange', readAddress);
  return () => window.removeEventListener('hashchange', readAddress);
}

function readAddress(): void {
  follow(window.location.hash);
}

function follow(hash: string): void {
  const route = readRoute(hash);
  const { lastChatId } = useRoute.getState();
  useRoute.setState({
    ...route,
    lastChatId: route.screen === 'inbox' ? route.chatId : lastChatId,
  });
}

export function goToChat(chatId: ChatId | undefined): void {
  const hash = chatId === undefined ? '#/inbox' : `#/inbox/${chatId}`;
  // Walking through chats is not worth a step back each, leaving another screen is.
  if (useRoute.getState().screen === 'inbox') window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
  follow(hash);
}

/** @param path as each screen reads its own; it is a step that Back takes back */
export function goToScreen(screen: ScreenName, path = ''): void {
  const hash = path === '' ? `#/${screen}` : `#/${screen}/${path}`;
  window.history.pushState(null, '', hash);
  follow(hash);
}
