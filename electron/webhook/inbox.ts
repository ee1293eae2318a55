import { isUtf8 } from 'node:buffer';
import type { Clock } from '../clock.ts';
import { writeSetting } from '../store/settings.ts';
import type { Store, WriteTx } from '../store/store.ts';
import { countQuarantined, insertDelivery } from '../store/webhook-log.ts';

/** Where deliveries are put down for good before Meta hears "200". */
export interface Inbox {
  /** Resolves when the delivery is on disk; rejects when the database refuses it. */
  keep(body: Buffer): Promise<void>;
  /** Keeps what nobody vouches for, as far as there is room for it. */
  quarantine(body: Buffer, why: string): Promise<void>;
}

export interface InboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Called after new deliveries are on disk. */
  readonly onStored: () => void;
}

/** So that a flood can fill neither the disk nor the log that people read. */
const MAX_QUARANTINED = 500;
const MAX_QUARANTINED_BYTES = 64 * 1024;
const COUNT_WRITTEN_EVERY_MS = 1_000;

/** How many deliveries were refused beyond the ones that are kept. */
const OVERFLOW_SETTING = 'webhook.quarantine_overflow';

interface Waiting {
  readonly body: Buffer;
  readonly receivedAt: number;
  /** Null for a delivery that is signed. */
  readonly refusal: string | null;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Deliveries that come in the same turn of the loop share one transaction and so one wait for the
 * disk: that is what makes a thousand of them a second possible with every one of them durable.
 */
export function createInbox({ store, clock, onStored }: InboxDeps): Inbox {
  let waiting: Waiting[] = [];
  let overflow = 0;
  let overflowWrittenAt = 0;

  function flush(): void {
    const batch = waiting;
    waiting = [];
    try {
      store.write((tx) => {
        for (const delivery of batch) insert(tx, delivery);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
    if (batch.some(({ refusal }) => refusal === null)) onStored();
  }

  function insert(tx: WriteTx, { body, receivedAt, refusal }: Waiting): void {
    if (refusal === null) {
      insertDelivery(tx, { receivedAt, raw: asText(body) }, 'received', null);
    } else if (countQuarantined(tx) < MAX_QUARANTINED) {
      const raw = asText(body.subarray(0, MAX_QUARANTINED_BYTES));
      insertDelivery(tx, { receivedAt, raw }, 'quarantined', refusal);
    } else {
      overflow += 1;
      writeOverflow(tx, receivedAt);
    }
  }

  function writeOverflow(tx: WriteTx, now: number): void {
    if (now - overflowWrittenAt < COUNT_WRITTEN_EVERY_MS) return;
    overflowWrittenAt = now;
    writeSetting(tx, OVERFLOW_SETTING, { count: overflow, lastAt: now }, now);
  }

  function put(body: Buffer, refusal: string | null): Promise<void> {
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ body, receivedAt: clock(), refusal, resolve, reject });
    });
  }

  return {
    keep: (body) => put(body, null),
    quarantine: (body, why) => put(body, why),
  };
}

/** Text where the bytes are UTF-8, so that people can read the log with any tool; else the bytes. */
function asText(body: Buffer): string | Buffer {
  return isUtf8(body) ? body.toString('utf8') : body;
}
