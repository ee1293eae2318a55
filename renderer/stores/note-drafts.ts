import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { call } from './core.ts';

const SAVE_AFTER_MS = 400;

/** What is being written: to the customer, or for the owner alone. */
export type ComposerMode = 'message' | 'note';

interface NoteDrafts {
  /** What was typed since the start, by chat. A chat that is not here has its stored draft. */
  readonly texts: ReadonlyMap<ChatId, string>;
  /** Typed, but not yet handed to the core. */
  readonly unsaved: ReadonlySet<ChatId>;
  readonly timer: number | undefined;
  readonly modes: ReadonlyMap<ChatId, ComposerMode>;
}

export const useNoteDrafts = create<NoteDrafts>()(() => ({
  texts: new Map(),
  unsaved: new Set(),
  timer: undefined,
  modes: new Map(),
}));

/** A chat that was left in the middle of a note opens with it. */
export function composerMode(state: NoteDrafts, chat: Chat): ComposerMode {
  const isBegun = chat.noteDraft !== '' && chat.draft === '';
  return state.modes.get(chat.id) ?? (isBegun ? 'note' : 'message');
}

export function chooseComposer(chatId: ChatId, mode: ComposerMode): void {
  useNoteDrafts.setState(({ modes }) => ({ modes: new Map(modes).set(chatId, mode) }));
}

export function writeNoteDraft(chatId: ChatId, text: string): void {
  const { texts, unsaved, timer } = useNoteDrafts.getState();
  window.clearTimeout(timer);
  useNoteDrafts.setState({
    texts: new Map(texts).set(chatId, text),
    unsaved: new Set(unsaved).add(chatId),
    timer: window.setTimeout(saveNoteDrafts, SAVE_AFTER_MS),
  });
}

/** The note itself is kept now, and the core emptied its draft with it. */
export function dropNoteDraft(chatId: ChatId): void {
  useNoteDrafts.setState(({ texts, unsaved }) => {
    const left = new Set(unsaved);
    left.delete(chatId);
    return { texts: new Map(texts).set(chatId, ''), unsaved: left };
  });
}

/** Hands everything typed to the core now. */
export function saveNoteDrafts(): void {
  const { texts, unsaved, timer } = useNoteDrafts.getState();
  window.clearTimeout(timer);
  useNoteDrafts.setState({ unsaved: new Set(), timer: undefined });
  for (const chatId of unsaved) void save(chatId, texts.get(chatId) ?? '');
}

async function save(chatId: ChatId, text: string): Promise<void> {
  const result = await call('notes.saveDraft', { chatId, text });
  if (result.ok) return;
  // Kept for the next save: after the next key, on leaving the chat, or on `resync`.
  useNoteDrafts.setState(({ unsaved }) => ({ unsaved: new Set(unsaved).add(chatId) }));
}
