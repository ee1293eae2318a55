import { t } from 'i18next';
import type { ChatId, MessageId, NoteId } from '#shared/ids.ts';
import type { Note } from '#shared/models/note.ts';
import { create } from 'zustand';
import { call } from './core.ts';
import { goToEnd, showMessage, useThread } from './thread.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface NotesState {
  /** The note that was looked for and is pointed out. */
  readonly flashing: NoteId | undefined;
}

export const useNotes = create<NotesState>()(() => ({ flashing: undefined }));

/** Asks for the notes again that stand in the loaded part of the open thread. */
export async function refreshNotes(chatId: ChatId): Promise<void> {
  const { messages, olderCursor, newerCursor, generation } = useThread.getState();
  if (useThread.getState().chatId !== chatId) return;
  const result = await call('notes.between', {
    chatId,
    from: olderCursor === null ? null : (messages[0]?.timestamp ?? null),
    until: newerCursor === null ? null : endOfLoaded(),
  });
  if (result.ok && useThread.getState().generation === generation) {
    useThread.setState({ notes: result.data });
  }
}

/** Just past the last message or note that is loaded. */
function endOfLoaded(): number | null {
  const { messages, notes } = useThread.getState();
  const last = Math.max(messages.at(-1)?.timestamp ?? 0, notes.at(-1)?.at ?? 0);
  return last === 0 ? null : last + 1;
}

/** Answers the sentence that says why it was not kept, if it was not. */
export async function writeNote(chatId: ChatId, text: string): Promise<string | undefined> {
  const result = await call('notes.write', { chatId, text });
  if (!result.ok) return result.error.message;
  await refreshNotes(chatId);
  await goToEnd();
  return undefined;
}

/** Answers the sentence that says why it could not be changed, if it could not. */
export async function editNote({ id, chatId }: Note, text: string): Promise<string | undefined> {
  const result = await call('notes.edit', { noteId: id, text });
  if (!result.ok) return result.error.message;
  await refreshNotes(chatId);
  return undefined;
}

export async function deleteNote({ id, chatId }: Note): Promise<void> {
  const result = await call('notes.delete', { noteId: id });
  if (!result.ok) return sayFailure(result.error.message);
  offerUndo(t('notes.deleted'), async () => {
    const restored = await call('notes.restore', { noteId: id });
    if (!restored.ok) sayFailure(restored.error.message);
    await refreshNotes(chatId);
  });
  return await refreshNotes(chatId);
}

/** Opens a chat where this note stands, and points it out. */
export async function showNote({ id, chatId }: Note, after: MessageId | null): Promise<void> {
  useNotes.setState({ flashing: id });
  if (after !== null) await showMessage(chatId, after);
}
