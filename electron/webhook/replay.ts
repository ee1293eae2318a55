import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { watchRows } from '../store/row-watch.ts';
import type { ChangedRows } from '../store/row-watch.ts';
import type { Store, WriteTx } from '../store/store.ts';
import { finishDelivery, nextReplayable } from '../store/webhook-log.ts';
import type { ReplaySelection } from '../store/webhook-log.ts';
import { beginDelivery } from './apply-delivery.ts';

export interface ReplayResult {
  readonly replayed: number;
  readonly failed: number;
  /** Rows that really became others, by table. Empty when everything had been applied before. */
  readonly changed: ChangedRows;
}

export interface ReplayDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

const SLICE_MS = 10;

/** Applies deliveries of the log again, in slices, so that the app goes on meanwhile. */
export async function replay(deps: ReplayDeps, selection: ReplaySelection): Promise<ReplayResult> {
  const { store } = deps;
  const work = replayWork(deps, selection);
  const watch = store.write((tx) => watchRows(tx));
  try {
    while (store.write((tx) => watch.during(tx, () => workFor(work, tx, SLICE_MS)))) {
      await nextTurn();
    }
    return { ...work.counts(), changed: watch.changed(store) };
  } finally {
    store.write((tx) => watch.end(tx));
  }
}

/**
 * Says what a replay would change, and changes nothing: all of it happens in one transaction that
 * is taken back. Nothing else can be written meanwhile, so it is for logs that one can wait for.
 */
export function rehearseReplay(deps: ReplayDeps, selection: ReplaySelection): ReplayResult {
  let result: ReplayResult | undefined;
  try {
    deps.store.write((tx) => {
      const work = replayWork(deps, selection);
      const watch = watchRows(tx);
      watch.during(tx, () => workFor(work, tx, Infinity));
      result = { ...work.counts(), changed: watch.changed(tx) };
      throw new RehearsalOver();
    });
  } catch (error) {
    if (!(error instanceof RehearsalOver)) throw error;
  }
  if (result === undefined) throw new Error('The rehearsal ended without a result.');
  return result;
}

class RehearsalOver extends Error {
  override readonly name = 'RehearsalOver';
}

interface ReplayWork {
  /** One update further. False when the selection is worked off. */
  step(tx: WriteTx): boolean;
  counts(): { readonly replayed: number; readonly failed: number };
}

function workFor(work: ReplayWork, tx: WriteTx, ms: number): boolean {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    if (!work.step(tx)) return false;
  }
  return true;
}

function replayWork(deps: ReplayDeps, selection: ReplaySelection): ReplayWork {
  let open: ReturnType<typeof beginDelivery> | undefined;
  let last = 0;
  let replayed = 0;
  let failed = 0;
  return {
    step(tx) {
      if (open === undefined) {
        const delivery = nextReplayable(tx, selection, last);
        if (delivery === undefined) return false;
        open = beginDelivery(deps, delivery);
      }
      if (open.applyNext(tx)) return true;
      const result = open.result();
      finishDelivery(tx, open.delivery.id, result, deps.clock());
      last = open.delivery.id;
      open = undefined;
      replayed += 1;
      if (result.state === 'failed') failed += 1;
      return true;
    },
    counts: () => ({ replayed, failed }),
  };
}
