import { createAlarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { dueScheduled, nextScheduledAt } from '../store/scheduled.ts';
import type { Store } from '../store/store.ts';
import { releaseScheduled } from './schedule.ts';

/** Lets scheduled messages leave at their time, by the clock: also right after a sleep or a start. */
export interface ScheduledWatch {
  /** Releases what is due now and waits for what comes next; to be called when a time was set. */
  check(): void;
  stop(): void;
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** So many in one transaction, so that a morning after a long night does not stall the app. */
const AT_ONCE = 50;
const AGAIN_MS = 5_000;

export function startScheduledWatch({ store, clock, log }: Deps): ScheduledWatch {
  const alarm = createAlarm(clock, check);
  const forget = store.onChange((changes) => {
    if (changes.some(({ kind }) => kind === 'account')) alarm.set(clock());
  });

  function check(): void {
    try {
      const now = clock();
      const due = dueScheduled(store, now, AT_ONCE);
      if (due.length > 0) {
        store.write((tx) => {
          for (const scheduled of due) releaseScheduled(tx, scheduled, now);
        });
      }
      const next = due.length === AT_ONCE ? now : nextScheduledAt(store, now);
      if (next !== undefined) alarm.set(next);
    } catch (error) {
      log.error({ error }, 'scheduled messages could not be put on their way; trying again');
      alarm.set(clock() + AGAIN_MS);
    }
  }

  check();
  return {
    check,
    stop() {
      forget();
      alarm.stop();
    },
  };
}
