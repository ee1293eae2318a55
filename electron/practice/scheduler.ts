/** Runs things later, at the pace of the simulated world, and knows when nothing is left to do. */
export interface Scheduler {
  /** @param ms of simulated time. */
  after(ms: number, action: () => void): void;
  /** Like `after`, but does not count as unfinished work: the crowd never stops planning. */
  afterUncounted(ms: number, action: () => void): void;
  readonly pending: number;
  stop(): void;
}

/**
 * @param speed real milliseconds per simulated millisecond: 1 is real time, 0 as fast as possible.
 * @param onQuiet called each time the last piece of counted work is done.
 */
export function createScheduler(speed: number, onQuiet: () => void): Scheduler {
  const timers = new Set<NodeJS.Timeout>();
  let pending = 0;
  let isStopped = false;

  function start(ms: number, action: () => void): void {
    if (isStopped) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        action();
      },
      Math.round(ms * speed),
    );
    timers.add(timer);
  }

  return {
    after(ms, action) {
      pending += 1;
      start(ms, () => {
        pending -= 1;
        action();
        if (pending === 0) onQuiet();
      });
    },
    afterUncounted: start,
    get pending() {
      return pending;
    },
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      pending = 0;
    },
  };
}
