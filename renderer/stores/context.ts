import { create } from 'zustand';
import type { Chat } from '#shared/models/chat.ts';
import type { Message } from '#shared/models/message.ts';
import type { SharedCounts, SharedKind } from '#shared/models/shared-files.ts';
import { call } from './core.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { showMessage } from './thread.ts';

const GLIMPSE = 4;

interface Context {
  readonly counts: SharedCounts | undefined;
  /** The latest pictures. */
  readonly pictures: readonly Message[];
  /** What the panel shows: the person, or everything of one kind that the chat holds. */
  readonly shared: SharedKind | undefined;
  /** Where there is no room beside the thread, the panel lies above it while this is set. */
  readonly isOver: boolean;
}

const NOTHING = {
  counts: undefined,
  pictures: [],
  shared: undefined,
} as const;

export const useContext = create<Context>()(() => ({ ...NOTHING, isOver: false }));

/** Below this the panel has no room of its own. The same in ContextPanel.module.css. */
const ROOM = '(width >= 1100px)';

export function hasRoomBeside(): boolean {
  return window.matchMedia(ROOM).matches;
}

export function toggleContextPanel(): void {
  if (hasRoomBeside()) {
    const isOpen = usePreferences.getState().preferences?.contextPanel === true;
    void changePreferences({ contextPanel: !isOpen });
  } else useContext.setState(({ isOver }) => ({ isOver: !isOver }));
}

export function closeOverlay(): void {
  useContext.setState({ isOver: false });
}

export function showShared(shared: SharedKind | undefined): void {
  useContext.setState({ shared });
}

/** Shows a message in the thread, which nothing may cover then. */
export function jumpFromPanel({ chatId, id }: Pick<Message, 'chatId' | 'id'>): void {
  closeOverlay();
  void showMessage(chatId, id);
}

/** Forgets the chat before. */
export function emptyContext(): void {
  useContext.setState(NOTHING);
}

/** What the chat holds, as far as the panel shows it at first. */
export async function loadGlimpse({ id }: Chat): Promise<void> {
  const page = { cursor: null, limit: GLIMPSE };
  const [counts, pictures] = await Promise.all([
    call('shared.counts', { chatId: id }),
    call('shared.page', { chatId: id, kind: 'media', ...page }),
  ]);
  if (counts.ok) useContext.setState({ counts: counts.data });
  if (pictures.ok) useContext.setState({ pictures: pictures.data.messages });
}
