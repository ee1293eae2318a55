import type { ChatId } from '#shared/ids.ts';
import type { RecordingEnd, RecordingProblem } from '../sound/recording.ts';
import { attachFile, loadAttachments, saveCaptions } from './attachments.ts';
import { call } from './core.ts';
import { beginSending, draftOf, settleSending } from './drafts.ts';
import { showSent, useThread } from './thread.ts';
import { sayFailure } from './toasts.ts';

/**
 * Makes a voice message of what was heard and puts it into the chat's field, where it stays until it
 * is sent or deleted, whatever happens. Answers why it could not, if it could not.
 */
export async function keepVoiceNote(
  chatId: ChatId,
  heard: Blob,
  end: RecordingEnd,
): Promise<RecordingProblem | undefined> {
  const { toOggOpus } = await import('../sound/to-ogg-opus.ts');
  const { signal } = new AbortController();
  const made = await toOggOpus(heard, 'voice-message.webm', () => undefined, signal);
  if (!made.ok) return 'nothingHeard';
  if (!(await attachFile(chatId, made.file, { isVoice: true }))) return 'notKept';
  if (end === 'send') await sendVoiceNote(chatId);
  return undefined;
}

/** What is half written in the field stays there: nobody looked at it while speaking. */
async function sendVoiceNote(chatId: ChatId): Promise<void> {
  const chats = await call('chats.byIds', { chatIds: [chatId] });
  const written = draftOf(chatId, (chats.ok ? chats.data[0]?.draft : undefined) ?? '');
  const { chatId: open, replyTo } = useThread.getState();
  const isOpen = open === chatId;
  const quoted = isOpen ? (replyTo?.id ?? null) : null;
  beginSending(chatId);
  await saveCaptions();
  const result = await call('messages.sendFiles', { chatId, body: '', replyTo: quoted });
  settleSending(chatId, written);
  await loadAttachments(chatId);
  if (!result.ok) {
    sayFailure(result.error.message);
    return;
  }
  if (isOpen) useThread.setState({ replyTo: undefined });
  for (const message of result.data) await showSent(message);
}
