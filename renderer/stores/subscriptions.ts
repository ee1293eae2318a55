import type { ChatId, MessageId } from '#shared/ids.ts';
import type { Events } from '#shared/events.ts';
import { announceArrivals, notifyArrivals } from './arrivals.ts';
import { loadAttachments, saveCaptions } from './attachments.ts';
import { collectBlockChanges, countUp } from './block-changes.ts';
import { collectIds } from './collect-ids.ts';
import { call } from './core.ts';
import { isMuted } from './chat-view.ts';
import { loadChats, loadCounts, refreshChats, useChats } from './chats.ts';
import { useConnection } from './connection.ts';
import { saveDrafts } from './drafts.ts';
import { loadLabels, refreshLabels } from './labels.ts';
import { saveNoteDrafts } from './note-drafts.ts';
import { refreshNotes } from './notes.ts';
import { listenForPerson } from './person.ts';
import { loadPreferences, usePreferences } from './preferences.ts';
import { listenToScheduled } from './scheduled.ts';
import { loadStatus } from './status.ts';
import { refreshMessages, refreshThread, useThread } from './thread.ts';
import { refreshTemplates } from './templates.ts';
import { forgetProgress, noteProgress } from './uploads.ts';

/** The one place that listens to the core. Returns the function that ends all of it. */
export function subscribe(): () => void {
  const { frontdesk } = window;
  const chats = collectIds<ChatId>(async (chatIds) => {
    await Promise.all([refreshChats(chatIds), loadStatus(), loadCounts()]);
  });
  const messages = collectIds<MessageId>(async (messageIds) => {
    const { chatId } = useThread.getState();
    if (chatId !== undefined) await refreshMessages(chatId, messageIds);
  });

  const blocks = collectBlockChanges();

  const endings = [
    frontdesk.on('chats.changed', ({ chatIds }) => chats.add(chatIds)),
    frontdesk.on('upload.progress', noteProgress),
    frontdesk.on('messages.changed', ({ chatId, messageIds }) => {
      forgetProgress(messageIds);
      if (chatId === useThread.getState().chatId) messages.add(messageIds);
    }),
    frontdesk.on('messages.arrived', (arrival) => {
      if (arrival.chatId === useThread.getState().chatId) messages.add(arrival.messageIds);
      void receive(arrival);
    }),
    frontdesk.on('accounts.changed', () => void loadStatus()),
    frontdesk.on('preferences.changed', () => void loadPreferences()),
    frontdesk.on('labels.changed', () => void refreshLabels()),
    frontdesk.on('templates.changed', () => void refreshTemplates()),
    frontdesk.on('notes.changed', ({ chatId }) => void refreshNotes(chatId)),
    frontdesk.on('blocks.changed', blocks.note),
    frontdesk.on('resync', () => void resync()),
    listen(window, 'pagehide', saveDrafts),
    listen(window, 'pagehide', () => void saveCaptions()),
    listen(window, 'online', () => void call('sending.wake', {})),
    listenToScheduled(),
    listenForPerson(),
    listen(window, 'pagehide', saveNoteDrafts),
    chats.stop,
    messages.stop,
    blocks.stop,
  ];
  return () => {
    for (const end of endings) end();
  };
}

function listen(target: Window, event: string, listener: () => void): () => void {
  target.addEventListener(event, listener);
  return () => target.removeEventListener(event, listener);
}

async function resync(): Promise<void> {
  useConnection.setState({ isLost: false });
  countUp();
  saveDrafts();
  void saveCaptions();
  saveNoteDrafts();
  const open = useChats.getState().open?.id;
  await Promise.all([
    loadStatus(),
    loadPreferences(),
    loadLabels(),
    loadChats(),
    refreshThread(),
    refreshTemplates(),
    open === undefined ? undefined : refreshChats([open]),
    open === undefined ? undefined : loadAttachments(open),
  ]);
}

async function receive(arrival: Events['messages.arrived']): Promise<void> {
  const isLooking = document.visibilityState === 'visible' && document.hasFocus();
  const isOpen = arrival.chatId === useThread.getState().chatId;
  const wantsNotice = usePreferences.getState().preferences?.notifications === true;
  if (isLooking && !isOpen) return;
  if (!isLooking && !wantsNotice) return;
  const [chats, messages] = await Promise.all([
    call('chats.byIds', { chatIds: [arrival.chatId] }),
    call('messages.byIds', { chatId: arrival.chatId, messageIds: [...arrival.messageIds] }),
  ]);
  const chat = chats.ok ? chats.data[0] : undefined;
  if (chat === undefined || !messages.ok) return;
  if (isLooking) announceArrivals(chat, messages.data);
  else if (!isMuted(chat, Date.now())) notifyArrivals(chat, messages.data);
}
