import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { call } from './core.ts';
import { beginSending, draftOf, settleSending } from './drafts.ts';
import { showSent, useThread } from './thread.ts';

/**
 * Sends what is written in the chat's field. The field is emptied before the first `await`, so a
 * second Enter finds nothing to send; a text that could not go out comes back.
 * Answers the sentence that says why it could not, if it could not.
 */
export async function sendDraft(chat: Chat): Promise<string | undefined> {
  const text = draftOf(chat.id, chat.draft);
  const body = text.trim();
  if (body === '' || body.length > MAX_TEXT_LENGTH) return undefined;
  const { replyTo } = useThread.getState();
  beginSending(chat.id);
  useThread.setState({ replyTo: undefined });
  const result = await call('messages.sendText', {
    chatId: chat.id,
    body,
    replyTo: replyTo?.id ?? null,
  });
  if (!result.ok) {
    settleSending(chat.id, text);
    if (useThread.getState().chatId === chat.id) useThread.setState({ replyTo });
    return result.error.message;
  }
  settleSending(chat.id, '');
  await showSent(result.data);
  return undefined;
}

export async function signalTyping(chatId: ChatId): Promise<void> {
  await call('chats.typing', { chatId });
}
