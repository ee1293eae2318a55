import { t } from 'i18next';
import type { Chat } from '#shared/models/chat.ts';
import type { Message } from '#shared/models/message.ts';
import { announce } from './live-text.ts';
import { goToChat } from './route.ts';

/** Says new messages of the open chat aloud, for those who listen. */
export function announceArrivals(chat: Chat, messages: readonly Message[]): void {
  const last = messages.at(-1);
  if (last === undefined) return;
  announce(t('thread.arrived', { name: chat.contact.name, text: words(last) }));
}

/** One notice per chat: a later one takes the place of the one before. */
export function notifyArrivals(chat: Chat, messages: readonly Message[]): void {
  const last = messages.at(-1);
  if (last === undefined) return;
  const notice = { title: chat.contact.name, body: words(last), tag: `chat-${chat.id}` };
  window.frontdesk.shell.notify(notice, () => goToChat(chat.id));
}

function words(message: Message): string {
  return message.text === '' ? t(`preview.${message.type}`) : message.text;
}
