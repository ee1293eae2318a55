import { t } from 'i18next';
import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import { useChats } from './chats.ts';
import type { Sound } from './playback.ts';

/** The voice message that stands right after this one and comes from the same side, if one does. */
export function nextVoiceMessage(
  messages: readonly Message[],
  after: MessageId,
): Message | undefined {
  const index = messages.findIndex(({ id }) => id === after);
  const [current, next] = [messages[index], messages[index + 1]];
  if (current === undefined || next?.direction !== current.direction) return undefined;
  return isVoice(current) && isVoice(next) ? next : undefined;
}

function isVoice({ content }: Message): boolean {
  return content.kind === 'media' && content.isVoice && content.file?.state === 'present';
}

/** What is played of a message; undefined where there is nothing to hear. */
export function soundOf({ id, chatId, content }: Message): Sound | undefined {
  if (content.kind !== 'media' || content.file?.state !== 'present') return undefined;
  return {
    id: `message ${id}`,
    url: window.frontdesk.shell.mediaUrl(content.file.id),
    title: t(content.isVoice ? 'content.voice' : 'content.audio'),
    from: { chatId, chatName: useChats.getState().open?.contact.name ?? '', messageId: id },
  };
}
