import { create } from 'zustand';
import { announce } from './live-text.ts';
import { recordUndo } from './undo.ts';
import type { UndoableAction } from './undo.ts';

/** What is said at the foot of the window: an action that can be undone by its id, or a failure. */
interface ToastNote {
  readonly id: string;
  readonly text: string;
}

interface Toasts {
  readonly latest: ToastNote | undefined;
}

export const useToasts = create<Toasts>()(() => ({ latest: undefined }));

/** Says what was done and keeps the way back. */
export function offerUndo(text: string, undo: () => Promise<void>): UndoableAction {
  const action = recordUndo(text, undo);
  announce(text);
  useToasts.setState({ latest: { id: action.id, text } });
  return action;
}

export function sayFailure(text: string): void {
  announce(text);
  useToasts.setState({ latest: { id: crypto.randomUUID(), text } });
}
