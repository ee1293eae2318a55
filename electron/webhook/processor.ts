import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { finishDelivery, nextReceived } from '../store/webhook-log.ts';
import { beginDelivery } from './apply-delivery.ts';
import type { DeliveryInProgress } from './apply-delivery.ts';

export interface Processor {
  /** There may be something to do. */
  wake(): void;
  /** Resolves when everything received so far is worked off. */
  idle(): Promise<void>;
  /** Ends after the slice at hand. What is left is taken up at the next start. */
  stop(): Promise<void>;
}

export interface ProcessorDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long the loop may belong to one slice; the commit comes on top. */
const SLICE_MS = 8;
/** While deliveries keep coming, Meta waits for its answers: the loop is the listener's for so long. */
const PAUSE_FOR_LISTENER_MS = 25;
const RETRY_AFTER_OUTAGE_MS = 2_000;

/**
 * Works off what the listener stored, in the order in which it came, a slice at a time: one
 * transaction per slice, a savepoint per update. A crash between two slices of a delivery is
 * harmless, because its updates can be applied again.
 */
export function startProcessor(deps: ProcessorDeps): Processor {
  const { store, log } = deps;
  let open: DeliveryInProgress | undefined;
  let isStopped = false;
  let isBusyOutside = false;
  let cancelTurn: (() => void) | undefined;
  let waiting: (() => void)[] = [];

  function rest(): void {
    cancelTurn = undefined;
    const resolvers = waiting;
    waiting = [];
    for (const resolve of resolvers) resolve();
  }

  function turn(): void {
    cancelTurn = undefined;
    if (isStopped) return rest();
    try {
      const isMore = store.write((tx) => {
        const until = performance.now() + SLICE_MS;
        while (performance.now() < until) {
          open ??= begin();
          if (open === undefined) return false;
          if (open.applyNext(tx)) continue;
          finishDelivery(tx, open.delivery.id, open.result(), deps.clock());
          open = undefined;
        }
        return true;
      });
      if (!isMore) rest();
      else if (isBusyOutside) turnIn(PAUSE_FOR_LISTENER_MS);
      else turnSoon();
      isBusyOutside = false;
    } catch (error) {
      // The slice is rolled back, and its updates with it: the delivery begins again.
      open = undefined;
      log.error(
        { error },
        'The database refuses what came in. It stays in the log and is tried again.',
      );
      turnIn(RETRY_AFTER_OUTAGE_MS);
    }
  }

  function turnSoon(): void {
    const immediate = setImmediate(turn);
    cancelTurn = () => clearImmediate(immediate);
  }

  function turnIn(ms: number): void {
    const timer = setTimeout(turn, ms);
    cancelTurn = () => clearTimeout(timer);
  }

  function begin(): DeliveryInProgress | undefined {
    const delivery = nextReceived(store);
    return delivery && beginDelivery(deps, delivery);
  }

  function wake(): void {
    isBusyOutside = cancelTurn !== undefined;
    if (!isStopped && cancelTurn === undefined) turnSoon();
  }

  wake();
  return {
    wake,
    idle() {
      wake();
      return isStopped ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
    },
    stop() {
      isStopped = true;
      cancelTurn?.();
      rest();
      return Promise.resolve();
    },
  };
}
