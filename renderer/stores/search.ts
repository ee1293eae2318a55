import { t } from 'i18next';
import { create } from 'zustand';
import type { Chat } from '#shared/models/chat.ts';
import type { NoteHit } from '#shared/models/note.ts';
import type { SearchHit } from '#shared/models/search.ts';
import type { SearchHint } from '#shared/search-query.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';

/** Long enough to skip the letters of a quick typist, short enough not to be felt. */
const TYPING_MS = 60;
const CHATS = 5;
const NOTES = 20;
const PAGE = 50;

interface Search {
  /** As typed. While there is something in it, results take the place of the list. */
  readonly text: string;
  /** What the results belong to; they stay until the next ones are there. */
  readonly answered: string;
  readonly hasFailed: boolean;
  readonly chats: readonly Chat[];
  readonly hits: readonly SearchHit[];
  readonly notes: readonly NoteHit[];
  readonly nextCursor: string | null;
  readonly hints: readonly SearchHint[];
  readonly stillIndexing: number;
  readonly isLoadingMore: boolean;
  readonly timer: number | undefined;
}

const NOTHING = {
  text: '',
  answered: '',
  hasFailed: false,
  chats: [],
  hits: [],
  notes: [],
  nextCursor: null,
  hints: [],
  stillIndexing: 0,
  isLoadingMore: false,
  timer: undefined,
} as const;

export const useSearch = create<Search>()(() => NOTHING);

export function isSearching({ text }: Pick<Search, 'text'>): boolean {
  return text.trim() !== '';
}

export function typeSearch(text: string): void {
  window.clearTimeout(useSearch.getState().timer);
  if (!isSearching({ text })) {
    useSearch.setState({ ...NOTHING, text });
    return;
  }
  useSearch.setState({ text, timer: window.setTimeout(() => void answer(text), TYPING_MS) });
}

export function clearSearch(): void {
  typeSearch('');
}

async function answer(text: string): Promise<void> {
  const scope = { text, accountId: null };
  const [messages, people, noted] = await Promise.all([
    call('search.messages', { ...scope, chatId: null, cursor: null, limit: PAGE }),
    call('search.chats', { ...scope, limit: CHATS }),
    call('search.notes', { ...scope, limit: NOTES }),
  ]);
  if (useSearch.getState().text !== text) return;
  if (!messages.ok || !people.ok || !noted.ok) {
    useSearch.setState({ hasFailed: true });
    return;
  }
  // Another window asked in between; here this is still the question.
  const isSuperseded = [messages, people, noted].some(({ data }) => data.superseded);
  if (isSuperseded) return typeSearch(text);
  const { hits, nextCursor, hints, stillIndexing } = messages.data;
  const { chats } = people.data;
  const { notes } = noted.data;
  useSearch.setState({
    hits,
    nextCursor,
    hints,
    stillIndexing,
    chats,
    notes,
    answered: text,
    hasFailed: false,
  });
  announce(
    nextCursor === null
      ? t('search.found', { count: hits.length, chats: chats.length })
      : t('search.foundMany', { count: hits.length, chats: chats.length }),
  );
}

export async function loadMoreHits(): Promise<void> {
  const { answered, nextCursor, isLoadingMore } = useSearch.getState();
  if (nextCursor === null || isLoadingMore) return;
  useSearch.setState({ isLoadingMore: true });
  const result = await call('search.messages', {
    text: answered,
    accountId: null,
    chatId: null,
    cursor: nextCursor,
    limit: PAGE,
  });
  const now = useSearch.getState();
  useSearch.setState({ isLoadingMore: false });
  if (!result.ok || now.answered !== answered || now.nextCursor !== nextCursor) return;
  useSearch.setState({
    hits: [...now.hits, ...result.data.hits],
    nextCursor: result.data.nextCursor,
  });
}
