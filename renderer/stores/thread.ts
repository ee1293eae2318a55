import { create } from 'zustand';
import type { MessagePage } from '#shared/contract.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Message } from '#shared/models/message.ts';
import type { Note } from '#shared/models/note.ts';
import type { Result } from '#shared/errors.ts';
import { call } from './core.ts';
import { keepPlace, useReadingPlaces } from './reading-places.ts';
import { goToChat } from './route.ts';
import { firstUnread, mergeMessages } from './message-order.ts';
import type { LoadedMessages } from './message-order.ts';

const PAGE = 60;
/** Around a message, so that both ends lie well outside the screen. */
const PAGE_AROUND = 120;

interface Unread {
  readonly from: MessageId;
  readonly count: number;
}

interface Thread extends LoadedMessages {
  /** The owner's notes in the loaded part, oldest first. */
  readonly notes: readonly Note[];
  /** The message at which a chat's thread has to begin when it opens. */
  readonly wanted: { readonly chatId: ChatId; readonly messageId: MessageId } | undefined;
  readonly chatId: ChatId | undefined;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Rises whenever the view has to begin anew, at `startAt` or at the end. */
  readonly generation: number;
  readonly startAt: MessageId | undefined;
  /** How many messages came in above since this generation began. */
  readonly prepended: number;
  readonly isLoadingOlder: boolean;
  readonly isLoadingNewer: boolean;
  readonly unread: Unread | undefined;
  readonly isAtBottom: boolean;
  /** Inbound messages that came while the reader was further up. */
  readonly newBelow: number;
  readonly flashing: MessageId | undefined;
  /** The message that just came, which slides in once. */
  readonly arriving: MessageId | undefined;
  readonly replyTo: Message | undefined;
  /** Rises whenever the view has to go down to the newest message. */
  readonly descents: number;
}

const EMPTY = {
  messages: [],
  notes: [],
  olderCursor: null,
  newerCursor: null,
  prepended: 0,
  isLoadingOlder: false,
  isLoadingNewer: false,
  unread: undefined,
  isAtBottom: true,
  newBelow: 0,
  startAt: undefined,
  flashing: undefined,
  arriving: undefined,
  replyTo: undefined,
  descents: 0,
} as const;

export const useThread = create<Thread>()(() => ({
  ...EMPTY,
  wanted: undefined,
  chatId: undefined,
  phase: 'loading',
  generation: 0,
}));

type Cut = { older: string } | { newer: string } | { around: MessageId } | 'newest';

function page(chatId: ChatId, cut: Cut): Promise<Result<MessagePage>> {
  const where = { older: null, newer: null, around: null, ...(cut === 'newest' ? {} : cut) };
  const limit = where.around === null ? PAGE : PAGE_AROUND;
  return call('messages.page', { chatId, limit, ...where });
}

/** Opens a chat where this message stands, and points it out. */
export async function showMessage(chatId: ChatId, messageId: MessageId): Promise<void> {
  const now = useThread.getState();
  if (now.chatId === chatId && now.phase === 'ready') {
    await jumpToMessage(messageId);
    return;
  }
  useThread.setState({ wanted: { chatId, messageId } });
  goToChat(chatId);
}

/**
 * Shows a chat where reading stopped, or its newest messages with a line above the unread ones:
 * when something new came, that is what one opens it for.
 */
export async function openThread(chat: Chat): Promise<void> {
  const { wanted } = useThread.getState();
  useThread.setState({ wanted: undefined });
  const generation = useThread.getState().generation + 1;
  useThread.setState({ ...EMPTY, chatId: chat.id, phase: 'loading', generation });
  if (wanted?.chatId === chat.id) {
    await beginAt(chat.id, { around: wanted.messageId }, wanted.messageId);
    if (useThread.getState().generation !== generation) return;
  }
  const place = chat.unreadCount > 0 ? undefined : useReadingPlaces.getState().tops.get(chat.id);
  const result = await page(chat.id, place === undefined ? 'newest' : { around: place });
  if (useThread.getState().generation !== generation) return;
  if (!result.ok && place !== undefined) {
    // The message was discarded or hidden since.
    keepPlace(chat.id, undefined);
    await openThread(chat);
    return;
  }
  if (!result.ok) {
    useThread.setState({ phase: 'failed' });
    return;
  }
  const from = firstUnread(result.data.messages, chat.unreadCount);
  const unread = from === undefined ? undefined : { from, count: chat.unreadCount };
  const isThere = result.data.messages.some(({ id }) => id === place);
  const start = isThere ? { startAt: place, isAtBottom: false } : {};
  useThread.setState({ ...result.data, ...start, phase: 'ready', unread });
}

export function closeThread(): void {
  useThread.setState((now) => ({
    ...EMPTY,
    chatId: undefined,
    phase: 'loading',
    generation: now.generation + 1,
  }));
}

/** Cuts the newest page again: after a `resync`, or to come back from an old place. */
export async function reloadThread(): Promise<void> {
  const { chatId } = useThread.getState();
  if (chatId !== undefined) await beginAt(chatId, 'newest', undefined);
}

export async function jumpToMessage(messageId: MessageId): Promise<void> {
  const { chatId, messages } = useThread.getState();
  if (chatId === undefined) return;
  if (messages.some((message) => message.id === messageId)) {
    useThread.setState({ flashing: messageId });
    return;
  }
  await beginAt(chatId, { around: messageId }, messageId);
}

async function beginAt(chatId: ChatId, cut: Cut, startAt: MessageId | undefined): Promise<void> {
  const result = await page(chatId, cut);
  const now = useThread.getState();
  if (!result.ok || now.chatId !== chatId) return;
  useThread.setState({
    ...EMPTY,
    ...result.data,
    unread: now.unread,
    replyTo: now.replyTo,
    phase: 'ready',
    generation: now.generation + 1,
    isAtBottom: startAt === undefined,
    startAt,
    flashing: startAt,
  });
}

export async function loadOlder(): Promise<void> {
  const { chatId, olderCursor, isLoadingOlder, generation } = useThread.getState();
  if (chatId === undefined || olderCursor === null || isLoadingOlder) return;
  useThread.setState({ isLoadingOlder: true });
  const result = await page(chatId, { older: olderCursor });
  const now = useThread.getState();
  if (now.generation !== generation) return;
  if (!result.ok) {
    useThread.setState({ isLoadingOlder: false });
    return;
  }
  const known = new Set(now.messages.map((message) => message.id));
  const older = result.data.messages.filter((message) => !known.has(message.id));
  useThread.setState({
    messages: [...older, ...now.messages],
    notes: withNotes(now.notes, result.data.notes),
    olderCursor: result.data.olderCursor,
    prepended: now.prepended + older.length,
    isLoadingOlder: false,
  });
}

export async function loadNewer(): Promise<void> {
  const { chatId, newerCursor, isLoadingNewer, generation } = useThread.getState();
  if (chatId === undefined || newerCursor === null || isLoadingNewer) return;
  useThread.setState({ isLoadingNewer: true });
  const result = await page(chatId, { newer: newerCursor });
  const now = useThread.getState();
  if (now.generation !== generation) return;
  if (!result.ok) {
    useThread.setState({ isLoadingNewer: false });
    return;
  }
  const known = new Set(now.messages.map((message) => message.id));
  const newer = result.data.messages.filter((message) => !known.has(message.id));
  useThread.setState({
    messages: [...now.messages, ...newer],
    notes: withNotes(now.notes, result.data.notes),
    newerCursor: result.data.newerCursor,
    isLoadingNewer: false,
  });
}

/** A page that was cut again may bring a note that is known already. */
function withNotes(known: readonly Note[], more: readonly Note[]): readonly Note[] {
  const notes = new Map([...known, ...more].map((note) => [note.id, note]));
  return [...notes.values()].toSorted((a, b) => a.at - b.at || a.id - b.id);
}

/** Asks for these messages again: changed ones, new ones, and ones that are no more. */
export async function refreshMessages(
  chatId: ChatId,
  messageIds: readonly MessageId[],
): Promise<void> {
  const { generation } = useThread.getState();
  if (useThread.getState().chatId !== chatId) return;
  const result = await call('messages.byIds', { chatId, messageIds: [...messageIds] });
  if (!result.ok || useThread.getState().generation !== generation) return;
  placeMessages(messageIds, result.data);
}

function placeMessages(asked: readonly MessageId[], answer: readonly Message[]): void {
  useThread.setState((now) => {
    const known = new Set(now.messages.map((message) => message.id));
    const last = now.messages.at(-1);
    const isNew = (message: Message) =>
      !known.has(message.id) && (last === undefined || message.timestamp >= last.timestamp);
    const arrivals = answer.filter(isNew);
    const inbound = arrivals.filter((message) => message.direction === 'inbound');
    const missed = now.isAtBottom && now.newerCursor === null ? 0 : inbound.length;
    return {
      messages: mergeMessages(now, asked, answer),
      newBelow: now.newBelow + missed,
      unread: now.unread ?? unreadSinceAway(inbound),
      arriving: arrivals.at(-1)?.id ?? now.arriving,
    };
  });
}

/** What comes while nobody looks gets the line that says where reading stopped. */
function unreadSinceAway(inbound: readonly Message[]): Unread | undefined {
  const first = inbound[0];
  if (first === undefined || document.hasFocus()) return undefined;
  return { from: first.id, count: inbound.length };
}

/** Shows a message that was just handed over for sending, at the end of the thread. */
export async function showSent(message: Message): Promise<void> {
  const now = useThread.getState();
  if (now.chatId !== message.chatId) return;
  if (now.newerCursor === null) placeMessages([message.id], [message]);
  useThread.setState({ unread: undefined });
  await goToEnd();
}

/** Shows the newest messages; from an old place they have to be loaded first. */
export async function goToEnd(): Promise<void> {
  if (useThread.getState().newerCursor !== null) await reloadThread();
  useThread.setState(({ descents }) => ({ descents: descents + 1 }));
}
