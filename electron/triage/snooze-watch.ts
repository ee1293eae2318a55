import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createAlarm } from '../alarm.ts';
import { nextWakeAt, wakeDueChats } from '../store/chat-triage.ts';
import type { Store } from '../store/store.ts';

/** Brings chats back whose snooze has ended: by the clock, so that a computer's sleep delays nothing. */
export interface SnoozeWatch {
  /** Wakes what is due now and waits for what comes next; to be called when a snooze was set. */
  check(): void;
  stop(): void;
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

const AGAIN_MS = 5_000;

export function startSnoozeWatch({ store, clock, log }: Deps): SnoozeWatch {
  const alarm = createAlarm(clock, check);

  function check(): void {
    try {
      const now = clock();
      const next = nextWakeAt(store);
      if (next !== undefined && next <= now) store.write((tx) => wakeDueChats(tx, now));
      const later = nextWakeAt(store);
      if (later !== undefined) alarm.set(later);
    } catch (error) {
      log.error({ error }, 'snoozed chats could not be brought back; trying again');
      alarm.set(clock() + AGAIN_MS);
    }
  }

  check();
  return { check, stop: () => alarm.stop() };
}
