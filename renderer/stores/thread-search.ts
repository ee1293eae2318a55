import { t } from 'i18next';
import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import type { SearchHit } from '#shared/models/search.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { jumpToMessage } from './thread.ts';

const TYPING_MS = 60;
const MOST = 200;

interface ThreadSearch {
  /** The chat whose search bar is open. */
  readonly chatId: ChatId | undefined;
  readonly text: string;
  /** Newest first. */
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
  /** Which of the hits is shown; -1 before the first answer. */
  readonly position: number;
  readonly isAnswered: boolean;
  readonly timer: number | undefined;
}

const CLOSED = {
  chatId: undefined,
  text: '',
  hits: [],
  hasMore: false,
  position: -1,
  isAnswered: false,
  timer: undefined,
} as const;

export const useThreadSearch = create<ThreadSearch>()(() => CLOSED);

export function openThreadSearch(chatId: ChatId): void {
  if (useThreadSearch.getState().chatId !== chatId) {
    useThreadSearch.setState({ ...CLOSED, chatId });
  }
}

export function closeThreadSearch(): void {
  window.clearTimeout(useThreadSearch.getState().timer);
  useThreadSearch.setState(CLOSED);
}

export function typeThreadSearch(text: string): void {
  window.clearTimeout(useThreadSearch.getState().timer);
  if (text.trim() === '') {
    useThreadSearch.setState({ ...CLOSED, chatId: useThreadSearch.getState().chatId, text });
    return;
  }
  const timer = window.setTimeout(() => void answer(text), TYPING_MS);
  useThreadSearch.setState({ text, timer });
}

async function answer(text: string): Promise<void> {
  const { chatId } = useThreadSearch.getState();
  if (chatId === undefined) return;
  const scope = { text, chatId, accountId: null, cursor: null, limit: MOST };
  const result = await call('search.messages', scope);
  const now = useThreadSearch.getState();
  if (!result.ok || now.text !== text || now.chatId !== chatId) return;
  if (result.data.superseded) return typeThreadSearch(text);
  const { hits, nextCursor } = result.data;
  useThreadSearch.setState({ hits, hasMore: nextCursor !== null, isAnswered: true });
  show(0);
}

/** 1: towards the past, -1: towards the present; round at the ends. */
export function stepThroughHits(by: 1 | -1): void {
  const { hits, position } = useThreadSearch.getState();
  if (hits.length > 0) show((position + by + hits.length) % hits.length);
}

function show(position: number): void {
  const { hits } = useThreadSearch.getState();
  const hit = hits[position];
  useThreadSearch.setState({ position: hit === undefined ? -1 : position });
  if (hit === undefined) {
    announce(t('search.nothing'));
    return;
  }
  announce(t('search.position', { position: position + 1, count: hits.length }));
  void jumpToMessage(hit.messageId);
}
