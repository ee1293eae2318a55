import { create } from 'zustand';

/** Something that was done and can be taken back. */
export interface UndoableAction {
  readonly id: string;
  /** What was done, in words. */
  readonly text: string;
  readonly undo: () => Promise<void>;
}

interface UndoState {
  /** The latest last. */
  readonly actions: readonly UndoableAction[];
}

/** Further back nobody remembers what an undo would do. */
const MOST = 30;

export const useUndo = create<UndoState>()(() => ({ actions: [] }));

export function recordUndo(text: string, undo: () => Promise<void>): UndoableAction {
  const action = { id: crypto.randomUUID(), text, undo };
  useUndo.setState(({ actions }) => ({ actions: [...actions, action].slice(-MOST) }));
  return action;
}

/** Forgets an action that came to nothing. */
export function dropUndo(id: string): void {
  useUndo.setState(({ actions }) => ({ actions: actions.filter((each) => each.id !== id) }));
}

/** Takes one action back, once. */
export async function undoAction(id: string): Promise<void> {
  const action = useUndo.getState().actions.find((each) => each.id === id);
  if (action === undefined) return;
  dropUndo(id);
  await action.undo();
}

export async function undoLast(): Promise<void> {
  const last = useUndo.getState().actions.at(-1);
  if (last !== undefined) await undoAction(last.id);
}
