import { t } from 'i18next';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Message } from '#shared/models/message.ts';
import { FOREVER } from '#shared/triage.ts';
import type { ChatChange, FormerChat } from '#shared/triage.ts';
import { unreachable } from '#shared/unreachable.ts';
import { isMuted, isSnoozed, isUnread } from './chat-view.ts';
import { loadCounts, placeFresh, refreshChats, useChats } from './chats.ts';
import { call } from './core.ts';
import { clearSelection } from './selection.ts';
import { refreshMessages } from './thread.ts';
import { offerUndo, sayFailure } from './toasts.ts';
import { dropUndo } from './undo.ts';

/** Does it to these chats: on the screen at once, and with a way back. */
export async function changeChats(chatIds: readonly ChatId[], change: ChatChange): Promise<void> {
  if (chatIds.length === 0) return;
  const shown = shownChats(chatIds);
  placeFresh(shown.map((chat) => changed(chat, change, Date.now())));
  clearSelection();
  const outcome = give(chatIds, change);
  // Offered before the core has answered, or a quick Ctrl+Z would undo something older.
  const action = offerUndo(wordsFor(shown, chatIds.length, change), async () => {
    await restore(await outcome);
  });
  if ((await outcome).length === 0) {
    dropUndo(action.id);
    placeFresh(shown);
  }
  await refreshAll(chatIds);
}

/** Answers what was replaced, as far as it got; says why it got no further. */
async function give(chatIds: readonly ChatId[], change: ChatChange): Promise<FormerChat[]> {
  const former: FormerChat[] = [];
  for (let start = 0; start < chatIds.length; start += MOST) {
    const batch = chatIds.slice(start, start + MOST);
    const result = await call('chats.change', { chatIds: batch, change });
    if (!result.ok) {
      sayFailure(result.error.message);
      break;
    }
    former.push(...result.data);
  }
  return former;
}

/** What one command takes. */
const MOST = 200;

async function restore(former: readonly FormerChat[]): Promise<void> {
  for (let start = 0; start < former.length; start += MOST) {
    const result = await call('chats.restore', { former: former.slice(start, start + MOST) });
    if (!result.ok) sayFailure(result.error.message);
  }
  const known = new Map([...useChats.getState().rows].map((chat) => [Number(chat.id), chat.id]));
  // Chats that are not on the screen come back with the event that tells of them.
  await refreshAll(former.flatMap(({ chatId }) => known.get(chatId) ?? []));
}

async function refreshAll(chatIds: readonly ChatId[]): Promise<void> {
  const batches: Promise<void>[] = [loadCounts()];
  for (let start = 0; start < chatIds.length; start += MOST) {
    batches.push(refreshChats(chatIds.slice(start, start + MOST)));
  }
  await Promise.all(batches);
}

function shownChats(chatIds: readonly ChatId[]): Chat[] {
  const { rows, open } = useChats.getState();
  const wanted = new Set(chatIds);
  const shown = new Map([...rows, ...(open === undefined ? [] : [open])].map((c) => [c.id, c]));
  return [...shown.values()].filter(({ id }) => wanted.has(id));
}

const OPEN = { isResolved: false, snoozedUntil: null, snoozedUntilReply: false } as const;

/** The chat as the core will say it is. */
export function changed(chat: Chat, change: ChatChange, now: number): Chat {
  switch (change.kind) {
    case 'pin':
      return { ...chat, pinnedAt: chat.pinnedAt ?? now };
    case 'unpin':
      return { ...chat, pinnedAt: null };
    case 'mute':
      return { ...chat, mutedUntil: change.until ?? FOREVER };
    case 'unmute':
      return { ...chat, mutedUntil: null };
    case 'resolve':
      return { ...chat, ...OPEN, isResolved: true };
    case 'reopen':
    case 'wake':
      return { ...chat, ...OPEN };
    case 'snooze':
      return { ...chat, ...OPEN, snoozedUntil: change.until };
    case 'snooze_until_reply':
      return { ...chat, ...OPEN, snoozedUntilReply: true };
    case 'mark_unread':
      return { ...chat, isMarkedUnread: true };
    case 'mark_read':
      return { ...chat, isMarkedUnread: false, unreadCount: 0 };
    default:
      return unreachable(change);
  }
}

function wordsFor(shown: readonly Chat[], count: number, change: ChatChange): string {
  const [only] = shown;
  if (count === 1 && only !== undefined) {
    return t(`triage.done.${change.kind}.one`, { name: only.contact.name });
  }
  return t(`triage.done.${change.kind}.many`, { count });
}

/** Each key does the opposite when every one of the chats is so already. */
export function toggled(
  chats: readonly Chat[],
  what: 'pin' | 'mute' | 'done' | 'unread' | 'snooze',
): ChatChange {
  const are = (so: (chat: Chat) => boolean) => chats.length > 0 && chats.every(so);
  switch (what) {
    case 'pin':
      return { kind: are(({ pinnedAt }) => pinnedAt !== null) ? 'unpin' : 'pin' };
    case 'mute':
      return are((chat) => isMuted(chat, Date.now()))
        ? { kind: 'unmute' }
        : { kind: 'mute', until: null };
    case 'done':
      return { kind: are(({ isResolved }) => isResolved) ? 'reopen' : 'resolve' };
    case 'unread':
      return { kind: are(isUnread) ? 'mark_read' : 'mark_unread' };
    case 'snooze':
      return { kind: are(isSnoozed) ? 'wake' : 'snooze_until_reply' };
    default:
      return unreachable(what);
  }
}

export async function starMessage(message: Message): Promise<void> {
  const isStarred = !message.isStarred;
  if (!(await setStar(message, isStarred))) return;
  offerUndo(t(isStarred ? 'triage.starred' : 'triage.unstarred'), async () => {
    await setStar(message, !isStarred);
  });
}

async function setStar({ id, chatId }: Message, isStarred: boolean): Promise<boolean> {
  const result = await call('messages.star', { messageId: id, isStarred });
  if (!result.ok) sayFailure(result.error.message);
  await refreshMessages(chatId, [id]);
  return result.ok;
}

/** Takes a message out of sight on this computer; the customer keeps theirs. */
export async function hideMessage(message: Message): Promise<void> {
  if (!(await setHidden(message, true))) return;
  offerUndo(t('triage.hidden'), async () => {
    await setHidden(message, false);
  });
}

async function setHidden({ id, chatId }: Message, isHidden: boolean): Promise<boolean> {
  const result = await call('messages.hide', { messageId: id, isHidden });
  if (!result.ok) sayFailure(result.error.message);
  await refreshMessages(chatId, [id]);
  return result.ok;
}
