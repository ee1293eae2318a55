import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';
import { call } from './core.ts';

const SAVE_AFTER_MS = 400;

interface Drafts {
  /** What was typed since the start, by chat. A chat that is not here has its stored draft. */
  readonly texts: ReadonlyMap<ChatId, string>;
  /** Typed, but not yet handed to the core. */
  readonly unsaved: ReadonlySet<ChatId>;
  /** On its way out; its stored draft stays until the core has the message. */
  readonly sending: ReadonlySet<ChatId>;
  readonly timer: number | undefined;
}

export const useDrafts = create<Drafts>()(() => ({
  texts: new Map(),
  unsaved: new Set(),
  sending: new Set(),
  timer: undefined,
}));

export function draftOf(chatId: ChatId, stored: string): string {
  return useDrafts.getState().texts.get(chatId) ?? stored;
}

export function writeDraft(chatId: ChatId, text: string): void {
  const { texts, unsaved, timer } = useDrafts.getState();
  window.clearTimeout(timer);
  useDrafts.setState({
    texts: new Map(texts).set(chatId, text),
    unsaved: new Set(unsaved).add(chatId),
    timer: window.setTimeout(saveDrafts, SAVE_AFTER_MS),
  });
}

/** Hands everything typed to the core now. A text on its way out is saved when its fate is known. */
export function saveDrafts(): void {
  const { texts, unsaved, sending, timer } = useDrafts.getState();
  window.clearTimeout(timer);
  const due = [...unsaved].filter((chatId) => !sending.has(chatId));
  const later = [...unsaved].filter((chatId) => sending.has(chatId));
  useDrafts.setState({ unsaved: new Set(later), timer: undefined });
  for (const chatId of due) void saveDraft(chatId, texts.get(chatId) ?? '');
}

async function saveDraft(chatId: ChatId, text: string): Promise<void> {
  const result = await call('drafts.save', { chatId, text });
  if (result.ok) return;
  // Kept for the next save: after the next key, on leaving the chat, or on `resync`.
  useDrafts.setState(({ unsaved }) => ({ unsaved: new Set(unsaved).add(chatId) }));
}

/** Empties the field for a text that goes out. The stored draft stays until `settleSending`. */
export function beginSending(chatId: ChatId): void {
  useDrafts.setState(({ texts, sending }) => ({
    texts: new Map(texts).set(chatId, ''),
    sending: new Set(sending).add(chatId),
  }));
}

/** @param returned the text that could not go out and comes back before what was typed since. */
export function settleSending(chatId: ChatId, returned: string): void {
  const { texts, sending } = useDrafts.getState();
  const since = texts.get(chatId) ?? '';
  const text = [returned, since].filter((part) => part !== '').join('\n');
  const left = new Set(sending);
  left.delete(chatId);
  useDrafts.setState({ sending: left });
  writeDraft(chatId, text);
  saveDrafts();
}
