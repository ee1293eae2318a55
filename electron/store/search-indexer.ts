import { indexSome } from './search-index.ts';
import type { Store } from './store.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: () => number;
  /** Nothing else depends on the index, so a failure is written down and tried again later. */
  readonly onFailure: (error: unknown) => void;
}

export interface SearchIndexer {
  stop(): void;
}

/** One slice, so that the main loop is free again within some milliseconds. */
const ROWS = 120;
/** What was just written is found within this time. */
const SOON_MS = 20;
/** Between slices of a long way: other work goes first. */
const BREATH_MS = 8;
const AFTER_FAILURE_MS = 10_000;

/** Keeps the search index behind the messages by a moment, in the background. */
export function startSearchIndexer({ store, clock, onFailure }: Dependencies): SearchIndexer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function wake(afterMs: number): void {
    if (!isStopped) timer ??= setTimeout(work, afterMs);
  }

  function work(): void {
    timer = undefined;
    try {
      const done = store.write((tx) => indexSome(tx, ROWS, clock()));
      if (done > 0) wake(BREATH_MS);
    } catch (error) {
      onFailure(error);
      wake(AFTER_FAILURE_MS);
    }
  }

  const forget = store.onChange(() => wake(SOON_MS));
  wake(SOON_MS);
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      forget();
    },
  };
}
