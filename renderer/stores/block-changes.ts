import { create } from 'zustand';

/** Counts up when somebody was blocked or unblocked, for whatever on the screen shows it. */
export const useBlockChanges = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** A sync changes thousands one after the other; the screen follows in steps. */
const STEP_MS = 250;

/** Returns what to call for every change, and what ends it. */
export function collectBlockChanges(): { readonly note: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    note() {
      timer ??= setTimeout(() => {
        timer = undefined;
        countUp();
      }, STEP_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Everything may have changed. */
export function countUp(): void {
  useBlockChanges.setState(({ count }) => ({ count: count + 1 }));
}
