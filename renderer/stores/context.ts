import { t } from 'i18next';
import { create } from 'zustand';
import type { ContactId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { ContactChange, ContactProfile } from '#shared/models/contact-profile.ts';
import type { Message } from '#shared/models/message.ts';
import type { SharedCounts, SharedKind } from '#shared/models/shared-files.ts';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { call } from './core.ts';
import { changePreferences, usePreferences } from './preferences.ts';
import { showMessage } from './thread.ts';
import { offerUndo } from './toasts.ts';

const GLIMPSE = 4;
const TIMELINE_AT_FIRST = 6;
const TIMELINE_PAGE = 30;

interface Context {
  readonly profile: ContactProfile | undefined;
  readonly counts: SharedCounts | undefined;
  /** The latest pictures. */
  readonly pictures: readonly Message[];
  readonly timeline: readonly TimelineEntry[];
  readonly timelineCursor: string | null;
  /** What the panel shows: the person, or everything of one kind that the chat holds. */
  readonly shared: SharedKind | undefined;
  /** Where there is no room beside the thread, the panel lies above it while this is set. */
  readonly isOver: boolean;
}

const NOTHING = {
  profile: undefined,
  counts: undefined,
  pictures: [],
  timeline: [],
  timelineCursor: null,
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

/** Forgets the person of the chat before. */
export function emptyContext(): void {
  useContext.setState(NOTHING);
}

export async function loadProfile(contactId: ContactId): Promise<void> {
  const result = await call('contacts.profile', { contactId });
  if (result.ok) useContext.setState({ profile: result.data });
}

/** What the chat holds and what happened, as far as the panel shows it at first. */
export async function loadSurroundings({ id, contact }: Chat): Promise<void> {
  const page = { cursor: null, limit: GLIMPSE };
  const [counts, pictures, timeline] = await Promise.all([
    call('shared.counts', { chatId: id }),
    call('shared.page', { chatId: id, kind: 'media', ...page }),
    call('contacts.timeline', { contactId: contact.id, cursor: null, limit: TIMELINE_AT_FIRST }),
  ]);
  if (counts.ok) useContext.setState({ counts: counts.data });
  if (pictures.ok) useContext.setState({ pictures: pictures.data.messages });
  if (!timeline.ok) return;
  const { entries, nextCursor } = timeline.data;
  useContext.setState({ timeline: entries, timelineCursor: nextCursor });
}

export async function loadMoreTimeline(contactId: ContactId): Promise<void> {
  const { timelineCursor: cursor } = useContext.getState();
  if (cursor === null) return;
  const result = await call('contacts.timeline', { contactId, cursor, limit: TIMELINE_PAGE });
  const now = useContext.getState();
  if (!result.ok || now.timelineCursor !== cursor) return;
  useContext.setState({
    timeline: [...now.timeline, ...result.data.entries],
    timelineCursor: result.data.nextCursor,
  });
}

/** Answers the sentence that says why it could not be kept, if it could not. */
export async function changeContact(
  contactId: ContactId,
  change: ContactChange,
): Promise<string | undefined> {
  const result = await call('contacts.change', { contactId, change });
  if (!result.ok) return result.error.message;
  await loadProfile(contactId);
  return undefined;
}

/** Says that something about a person was changed, and keeps the way back to how it was. */
export function offerFormer(contactId: ContactId, name: string, former: ContactChange): void {
  offerUndo(t('context.changed', { name }), async () => {
    await changeContact(contactId, former);
  });
}
