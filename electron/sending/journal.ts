import type { Log } from '../log.ts';
import type { Store, WriteTx } from '../store/store.ts';

/** What must be written down, sooner or later, once it has happened. */
export interface Journal<Entry> {
  add(entry: Entry): void;
  /** Writes all that is waiting. What can't be written stays and is tried again in a while. */
  flush(): void;
  readonly isEmpty: boolean;
  stop(): void;
}

interface Dependencies<Entry> {
  readonly store: Store;
  readonly log: Log;
  readonly record: (tx: WriteTx, entry: Entry) => void;
  readonly onRecorded: () => void;
}

const RETRY_MS = 1000;

/** Entries that come in the same turn of the loop share one transaction. */
export function createJournal<Entry>(deps: Dependencies<Entry>): Journal<Entry> {
  const { store, log, record } = deps;
  let waiting: readonly Entry[] = [];
  let planned: NodeJS.Immediate | undefined;
  let retry: NodeJS.Timeout | undefined;

  function flush(): void {
    clearImmediate(planned);
    clearTimeout(retry);
    planned = undefined;
    retry = undefined;
    if (waiting.length === 0) return;
    const entries = waiting;
    waiting = [];
    if (!isWritten(entries)) waiting = entries.filter((entry) => !isWritten([entry]));
    if (waiting.length > 0) retry = setTimeout(flush, RETRY_MS);
    deps.onRecorded();
  }

  function isWritten(entries: readonly Entry[]): boolean {
    try {
      store.write((tx) => {
        for (const entry of entries) record(tx, entry);
      });
      return true;
    } catch (error) {
      log.error({ error, entries: entries.length }, 'an outcome could not be written down');
      return false;
    }
  }

  return {
    add(entry) {
      waiting = [...waiting, entry];
      planned ??= setImmediate(flush);
    },
    flush,
    get isEmpty() {
      return waiting.length === 0;
    },
    stop() {
      flush();
      clearTimeout(retry);
    },
  };
}
