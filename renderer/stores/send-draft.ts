import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import type { Result } from '#shared/errors.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Message } from '#shared/models/message.ts';
import { call } from './core.ts';
import {
  attachmentsOf,
  isTakingFiles,
  loadAttachments,
  saveCaptions,
  useAttachments,
} from './attachments.ts';
import { beginSending, draftOf, settleSending, useDrafts } from './drafts.ts';
import { showSent, useThread } from './thread.ts';

/**
 * Sends what is written in the chat's field. The field is emptied before the first `await`, so a
 * second Enter finds nothing to send; a text that could not go out comes back.
 * Answers the sentence that says why it could not, if it could not.
 */
export async function sendDraft(chat: Chat): Promise<string | undefined> {
  const text = draftOf(chat.id, chat.draft);
  const body = text.trim();
  const attachments = useAttachments.getState();
  const hasFiles = attachmentsOf(attachments, chat.id).length > 0;
  if ((body === '' && !hasFiles) || body.length > MAX_TEXT_LENGTH) return undefined;
  if (useDrafts.getState().sending.has(chat.id) || isTakingFiles(attachments, chat.id))
    return undefined;
  const { replyTo } = useThread.getState();
  beginSending(chat.id);
  useThread.setState({ replyTo: undefined });
  const message = { chatId: chat.id, body, replyTo: replyTo?.id ?? null };
  const result = hasFiles ? await sendFiles(message) : await sendText(message);
  if (!result.ok) {
    settleSending(chat.id, text);
    if (useThread.getState().chatId === chat.id) useThread.setState({ replyTo });
    return result.error.message;
  }
  settleSending(chat.id, '');
  for (const sent of result.data) await showSent(sent);
  return undefined;
}

interface Written {
  readonly chatId: ChatId;
  readonly body: string;
  readonly replyTo: MessageId | null;
}

async function sendText(written: Written): Promise<Result<readonly Message[]>> {
  const result = await call('messages.sendText', written);
  return result.ok ? { ok: true, data: [result.data] } : result;
}

async function sendFiles(written: Written): Promise<Result<readonly Message[]>> {
  await saveCaptions();
  const result = await call('messages.sendFiles', written);
  await loadAttachments(written.chatId);
  return result;
}

export async function signalTyping(chatId: ChatId): Promise<void> {
  await call('chats.typing', { chatId });
}
