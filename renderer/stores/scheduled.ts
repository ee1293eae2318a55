import { t } from 'i18next';
import { create } from 'zustand';
import type { ChatId, ScheduledId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { ScheduledMessage } from '#shared/models/scheduled-message.ts';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import { call } from './core.ts';
import { beginSending, draftOf, settleSending } from './drafts.ts';
import { showSent, useThread } from './thread.ts';
import { offerUndo, sayFailure } from './toasts.ts';

/** What the dialog is asked for: a time for what is in the field, or changes to what waits. */
export type Scheduling =
  | { readonly kind: 'closed' }
  | { readonly kind: 'new'; readonly chat: Chat }
  | { readonly kind: 'change'; readonly chat: Chat; readonly scheduled: ScheduledMessage };

interface Scheduled {
  readonly chatId: ChatId | undefined;
  /** What is to leave into that chat, the next first. */
  readonly items: readonly ScheduledMessage[];
  readonly scheduling: Scheduling;
}

export const useScheduled = create<Scheduled>()(() => ({
  chatId: undefined,
  items: [],
  scheduling: { kind: 'closed' },
}));

/** Keeps the list of the open chat up to date. Returns the function that ends it. */
export function listenToScheduled(): () => void {
  const endings = [
    window.frontdesk.on('chats.changed', ({ chatIds }) => {
      const { chatId } = useScheduled.getState();
      if (chatId !== undefined && chatIds.includes(chatId)) void loadScheduled(chatId);
    }),
    window.frontdesk.on('resync', () => {
      const { chatId } = useScheduled.getState();
      if (chatId !== undefined) void loadScheduled(chatId);
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

export async function loadScheduled(chatId: ChatId): Promise<void> {
  if (useScheduled.getState().chatId !== chatId) useScheduled.setState({ chatId, items: [] });
  const result = await call('scheduled.list', { chatId });
  if (!result.ok || useScheduled.getState().chatId !== chatId) return;
  useScheduled.setState({ items: result.data });
}

export function askForTime(scheduling: Scheduling): void {
  useScheduled.setState({ scheduling });
}

/** Something is written that can be put aside for later. */
export function canSchedule(chat: Chat): boolean {
  const body = draftOf(chat.id, chat.draft).trim();
  return body !== '' && body.length <= MAX_TEXT_LENGTH;
}

/**
 * Puts what is in the chat's field aside until then. Answers the sentence that says why it could
 * not, if it could not; then the text is in the field again.
 */
export async function scheduleDraft(chat: Chat, dueAt: number): Promise<string | undefined> {
  const text = draftOf(chat.id, chat.draft);
  const { replyTo } = useThread.getState();
  beginSending(chat.id);
  const result = await call('scheduled.add', {
    chatId: chat.id,
    body: text,
    replyTo: replyTo?.id ?? null,
    dueAt,
  });
  settleSending(chat.id, result.ok ? '' : text);
  if (!result.ok) return result.error.message;
  if (useThread.getState().chatId === chat.id) useThread.setState({ replyTo: undefined });
  await loadScheduled(chat.id);
  return undefined;
}

export async function changeScheduled(
  { id, chatId }: ScheduledMessage,
  change: { readonly body: string; readonly dueAt: number },
): Promise<string | undefined> {
  const result = await call('scheduled.change', { id, ...change });
  await loadScheduled(chatId);
  return result.ok ? undefined : result.error.message;
}

export async function sendScheduledNow({ id, chatId }: ScheduledMessage): Promise<void> {
  const result = await call('scheduled.sendNow', { id });
  await loadScheduled(chatId);
  if (result.ok) await showSent(result.data);
  else sayFailure(result.error.message);
}

/** Cancels it, with a way back. */
export async function cancelScheduled(scheduled: ScheduledMessage): Promise<void> {
  const { chatId, body, replyTo, dueAt } = scheduled;
  if (!(await cancel(scheduled.id, chatId))) return;
  offerUndo(t('scheduled.cancelled'), async () => {
    const result = await call('scheduled.add', { chatId, body, replyTo, dueAt });
    if (!result.ok) sayFailure(result.error.message);
    await loadScheduled(chatId);
  });
}

async function cancel(id: ScheduledId, chatId: ChatId): Promise<boolean> {
  const result = await call('scheduled.cancel', { id });
  if (!result.ok) sayFailure(result.error.message);
  await loadScheduled(chatId);
  return result.ok;
}
