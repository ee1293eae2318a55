import type { Store, WriteTx } from '../store/store.ts';
import { isDatabaseOutage } from '../store/outage.ts';
import type { DeliveryFailure, DeliveryResult, StoredDelivery } from '../store/webhook-log.ts';
import type { Log } from '../log.ts';
import { ingest } from './ingest.ts';
import { MalformedUpdateError } from './payload-fields.ts';
import { readUpdates } from './payload.ts';
import type { Update } from './update.ts';

/** A delivery while its updates are applied, possibly over several transactions. */
export interface DeliveryInProgress {
  readonly delivery: StoredDelivery;
  /**
   * Applies the next update in a savepoint of its own. False when there is none left.
   *
   * @throws what the database throws when it is the database that fails
   */
  applyNext(tx: WriteTx): boolean;
  result(): DeliveryResult;
}

/** Nobody reads more reasons than this, and a delivery of a million broken items must not store them all. */
const MAX_FAILURES = 1_000;

export function beginDelivery(
  deps: { readonly store: Store; readonly clock: () => number; readonly log: Log },
  delivery: StoredDelivery,
): DeliveryInProgress {
  const { store, clock, log } = deps;
  const updates = readUpdates(delivery.raw);
  const failures: DeliveryFailure[] = [];
  let failed = 0;
  let handled = 0;
  let unhandled: string | null = null;

  function fail(path: string, error: unknown): void {
    failed += 1;
    const reason =
      error instanceof MalformedUpdateError ? error.message : 'Frontdesk could not apply it.';
    if (failures.length < MAX_FAILURES) failures.push({ path, reason });
    if (!(error instanceof MalformedUpdateError)) {
      log.error({ error, webhookId: delivery.id, path }, 'An update could not be applied.');
    }
  }

  /** The parser is made not to throw; if it does, one delivery may end early but never stop the others. */
  function readNext(): Update | undefined {
    try {
      const next = updates.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      fail('', error);
      return undefined;
    }
  }

  return {
    delivery,
    applyNext(tx) {
      const update = readNext();
      if (update === undefined) return false;
      try {
        const arrival = { receivedAt: delivery.receivedAt, now: clock() };
        const outcome = store.savepoint(tx, () => ingest(tx, update, arrival));
        if (outcome.kind === 'handled') handled += 1;
        else unhandled ??= outcome.reason;
      } catch (error) {
        if (isDatabaseOutage(error)) throw error;
        fail(update.path, error);
      }
      return true;
    },
    result() {
      if (failed > 0) {
        const error = `${failed} of ${failed + handled} updates could not be applied. ${failures[0]?.reason ?? ''}`;
        return { state: 'failed', error: error.trimEnd(), failures };
      }
      if (handled > 0) return { state: 'processed', error: null, failures };
      return { state: 'unhandled', error: unhandled ?? 'There is nothing in it.', failures };
    },
  };
}
