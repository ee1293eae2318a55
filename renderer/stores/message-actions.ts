import type { Message } from '#shared/models/message.ts';
import { loadAttachments } from './attachments.ts';
import { call } from './core.ts';
import { draftOf, writeDraft } from './drafts.ts';
import { useChats } from './chats.ts';
import { refreshMessages } from './thread.ts';

/** Each answers the sentence that says why it could not be done, if it could not. */
type Outcome = Promise<string | undefined>;

export async function retryMessage({ id, chatId }: Message): Outcome {
  const result = await call('messages.retry', { messageId: id });
  if (!result.ok) return result.error.message;
  await refreshMessages(chatId, [id]);
  return undefined;
}

/** Lets a held message wait until the customer writes. */
export async function keepForReply({ id, chatId }: Message): Outcome {
  const result = await call('messages.keepForReply', { messageId: id });
  if (!result.ok) return result.error.message;
  await refreshMessages(chatId, [id]);
  return undefined;
}

export async function discardMessage({ id, chatId }: Message): Outcome {
  const result = await call('messages.discard', { messageId: id });
  if (!result.ok) return result.error.message;
  await refreshMessages(chatId, [id]);
  return undefined;
}

/** Brings a text or a file that has not left yet back into the field, before what is written there. */
export async function takeBackMessage({ id, chatId }: Message): Outcome {
  const chat = useChats.getState().open;
  // Read before the call: afterwards the stored draft has the returned words in it already.
  const written = draftOf(chatId, chat?.id === chatId ? chat.draft : '');
  const result = await call('messages.takeBack', { messageId: id });
  if (!result.ok) return result.error.message;
  writeDraft(chatId, [result.data, written].filter((part) => part !== '').join('\n'));
  await Promise.all([refreshMessages(chatId, [id]), loadAttachments(chatId)]);
  return undefined;
}

/** Reacts, or takes the reaction back when it is the one we already gave. */
export async function reactTo(message: Message, emoji: string): Outcome {
  const given = ownReaction(message);
  const next = given === emoji ? '' : emoji;
  const result = await call('messages.react', { messageId: message.id, emoji: next });
  if (!result.ok) return result.error.message;
  await refreshMessages(message.chatId, [message.id]);
  return undefined;
}

export function ownReaction(message: Message): string | undefined {
  return message.reactions.find(({ actor }) => actor === 'business')?.emoji;
}
