import { createAlarm } from '../alarm.ts';
import { dueBlocks, nextBlockEnd } from '../store/blocks.ts';
import type { Blocking } from './block-request.ts';
import { unblockPeople } from './unblock.ts';

/** Unblocks people whose time is over. */
export interface BlockWatch {
  /** Resolves when nothing is being asked of Meta any more, or after two seconds. */
  stop(): Promise<void>;
}

/** While WhatsApp can't be reached, or does not let go of somebody. */
const AGAIN_MS = 600_000;

/** A request on its way may finish when Frontdesk ends; what it did is found by the next sync. */
const GRACE_MS = 2000;

/** Runs from now on, by the clock, so that a computer's sleep delays nothing. */
export function startBlockWatch(deps: Blocking): BlockWatch {
  const { store, clock, log } = deps;
  const alarm = createAlarm(clock, ring);
  let working = Promise.resolve();
  let isWorking = false;
  let restsUntil = 0;

  function ring(): void {
    if (isWorking) return;
    isWorking = true;
    working = endDue().finally(() => {
      isWorking = false;
      look();
    });
  }

  async function endDue(): Promise<void> {
    const due = Map.groupBy(dueBlocks(store, clock()), ({ accountId }) => accountId);
    for (const [accountId, blocks] of due) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one number after the other
        const outcomes = await unblockPeople(deps, blocks, 'time');
        if (outcomes.every(({ status }) => status === 'unblocked')) continue;
      } catch (error) {
        log.warn({ accountId, error }, 'blocks whose time is over could not be ended');
      }
      restsUntil = clock() + AGAIN_MS;
    }
  }

  function look(): void {
    const next = nextBlockEnd(store);
    if (next !== undefined) alarm.set(Math.max(next, restsUntil));
  }

  const forget = store.onChange((changes) => {
    if (changes.some(({ kind }) => kind === 'blocks') && !isWorking) look();
  });
  look();
  return {
    async stop() {
      forget();
      alarm.stop();
      await Promise.race([working, deps.wait(GRACE_MS)]);
    },
  };
}
