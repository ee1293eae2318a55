import type { Clock } from './clock.ts';

/** Rings once, at the time it was last set for. */
export interface Alarm {
  /** The earlier of two times counts. */
  set(at: number): void;
  stop(): void;
}

/** Timers stand still while the computer sleeps, so no single one runs longer than this. */
const LONGEST_NAP_MS = 15_000;

/** An alarm by the clock and not by a count of milliseconds: it rings soon after a long sleep. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let dueAt = Infinity;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let isStopped = false;

  function check(): void {
    clear();
    if (clock() < dueAt) {
      arm();
      return;
    }
    dueAt = Infinity;
    ring();
  }

  function arm(): void {
    const waitMs = dueAt - clock();
    if (waitMs <= 0) immediate = setImmediate(check);
    else timer = setTimeout(check, Math.min(LONGEST_NAP_MS, waitMs));
  }

  function clear(): void {
    clearTimeout(timer);
    clearImmediate(immediate);
    timer = undefined;
    immediate = undefined;
  }

  return {
    set(at) {
      if (isStopped || at >= dueAt) return;
      dueAt = at;
      clear();
      arm();
    },
    stop() {
      isStopped = true;
      dueAt = Infinity;
      clear();
    },
  };
}
