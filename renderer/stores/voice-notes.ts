import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import type { RecordingEnd, RecordingProblem } from '../sound/recording.ts';

interface VoiceNotes {
  readonly byChat: ReadonlyMap<ChatId, { readonly file: File; readonly url: string }>;
}

export const useVoiceNotes = create<VoiceNotes>()(() => ({ byChat: new Map() }));

/** Makes a voice message of what was heard and puts it into the chat's field. */
export async function keepVoiceNote(
  chatId: ChatId,
  heard: Blob,
  _end: RecordingEnd,
): Promise<RecordingProblem | undefined> {
  const { toOggOpus } = await import('../sound/to-ogg-opus.ts');
  const { signal } = new AbortController();
  const made = await toOggOpus(heard, 'voice-message.webm', () => undefined, signal);
  if (!made.ok) return 'nothingHeard';
  useVoiceNotes.setState(({ byChat }) => ({
    byChat: new Map(byChat).set(chatId, { file: made.file, url: URL.createObjectURL(made.file) }),
  }));
  return undefined;
}
