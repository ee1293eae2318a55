import { create } from 'zustand';
import type { ChatId } from '#shared/ids.ts';

interface Selection {
  /** Rows that the next action is for; empty when it is for the row in focus. */
  readonly chosen: ReadonlySet<ChatId>;
  /** Where a range begins. */
  readonly anchor: ChatId | undefined;
}

const NOTHING: Selection = { chosen: new Set(), anchor: undefined };

export const useSelection = create<Selection>()(() => NOTHING);

export function clearSelection(): void {
  if (useSelection.getState().chosen.size > 0) useSelection.setState(NOTHING);
}

/** Ctrl+click: one more, or one less. */
export function toggleChosen(id: ChatId): void {
  useSelection.setState(({ chosen }) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return { chosen: next, anchor: id };
  });
}

/** Shift: everything between where the range began and `to`, in the order of the list. */
export function chooseRange(order: readonly ChatId[], from: ChatId, to: ChatId): void {
  const anchor = useSelection.getState().anchor ?? from;
  const [a, b] = [order.indexOf(anchor), order.indexOf(to)];
  if (a === -1 || b === -1) {
    useSelection.setState({ chosen: new Set([to]), anchor: to });
    return;
  }
  const chosen = new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1));
  useSelection.setState({ chosen, anchor });
}
