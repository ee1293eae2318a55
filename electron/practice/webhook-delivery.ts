import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Random } from '#shared/random.ts';
import { encode, envelope, sign, type Update } from './webhook-body.ts';

/** One attempt to bring a webhook to the callback address. */
export interface DeliveryAttempt {
  readonly at: number;
  readonly body: Buffer;
  readonly signature: string;
  /** HTTP status of the answer; null when there was none. */
  readonly status: number | null;
}

export interface WebhookDelivery {
  readonly enqueue: (update: Update) => void;
  readonly setCallbackUrl: (url: string | null) => void;
  readonly attempts: readonly DeliveryAttempt[];
  /** Deliveries waiting, under way or to be retried. Without an address, or held, none count. */
  readonly pending: number;
  /** Every delivery is posted this many times. */
  repeat(times: number): void;
  /** While true, updates leave in a random order. */
  shuffle(isShuffled: boolean): void;
  /** Holds everything back until `release`. */
  hold(): void;
  release(): void;
  stop(): Promise<void>;
}

interface Parcel {
  readonly body: Buffer;
  readonly signature: string;
  readonly firstTriedAt: number;
  tries: number;
}

/** Meta: at once, then at growing intervals, for 7 days. Source: meta-platform §2.1. */
const RETRY_AFTER_MS = [0, 1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000];
const GIVE_UP_AFTER_MS = 7 * 24 * 3_600_000;
const ANSWER_TIMEOUT_MS = 10_000;
/** The floor under scaled intervals, or speed 0 would spin. */
const FLOOR_MS = 25;
const KEPT_ATTEMPTS = 1_000;

export interface DeliveryDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  /** Called each time nothing is left to deliver. */
  readonly onQuiet: () => void;
}

export function createWebhookDelivery(
  { clock, log, random, onQuiet }: DeliveryDeps,
  options: {
    callbackUrl: string | null;
    speed: number;
    batchSize: number;
    /** More than one delivers side by side, so that updates overtake each other. */
    connections: number;
  },
): WebhookDelivery {
  const queue: Update[] = [];
  const attempts: DeliveryAttempt[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const aborter = new AbortController();
  let callbackUrl = options.callbackUrl;
  let retrying = 0;
  let copies = 1;
  let isShuffled = false;
  let isHeld = false;
  let isStopped = false;
  let isWakeUpPlanned = false;

  const isIdle = (): boolean => isHeld || isStopped || callbackUrl === null;
  const pendingNow = (): number => (isIdle() ? 0 : queue.length + retrying) + underWay.size;

  /** Waits for the end of the current turn, so that what is due together leaves together. */
  function wakeUp(): void {
    if (isWakeUpPlanned) return;
    isWakeUpPlanned = true;
    setImmediate(() => {
      isWakeUpPlanned = false;
      pump();
    });
  }

  function pump(): void {
    while (!isIdle() && queue.length > 0 && underWay.size < options.connections) {
      launch(pack(takeBatch()));
    }
    if (pendingNow() === 0) onQuiet();
  }

  function takeBatch(): [Update, ...Update[]] {
    if (isShuffled) shuffleInPlace(queue, random);
    const [first, ...others] = queue.splice(0, options.batchSize);
    if (first === undefined) throw new Error('A batch was taken from an empty queue.');
    const sameApp = others.filter(({ number }) => number.appId === first.number.appId);
    queue.unshift(...others.filter(({ number }) => number.appId !== first.number.appId));
    return [first, ...sameApp];
  }

  function pack(updates: [Update, ...Update[]]): Parcel {
    const body = encode(envelope(updates));
    const signature = sign(body, updates[0].number.appSecret);
    return { body, signature, firstTriedAt: clock(), tries: 0 };
  }

  function launch(parcel: Parcel): void {
    const delivery = deliver(parcel).finally(() => {
      underWay.delete(delivery);
      wakeUp();
    });
    underWay.add(delivery);
  }

  async function deliver(parcel: Parcel): Promise<void> {
    let arrived = true;
    for (let copy = 0; copy < copies; copy += 1) {
      const status = await post(parcel);
      if (attempts.length >= KEPT_ATTEMPTS) attempts.shift();
      attempts.push({ at: clock(), body: parcel.body, signature: parcel.signature, status });
      arrived &&= status === 200;
    }
    if (!arrived && !isStopped) retryLater(parcel);
  }

  async function post({ body, signature }: Parcel): Promise<number | null> {
    if (callbackUrl === null) return null;
    try {
      const response = await fetch(callbackUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': signature,
        },
        body: new Uint8Array(body),
        signal: AbortSignal.any([aborter.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      if (!isStopped) log.debug({ error }, 'A practice webhook got no answer.');
      return null;
    }
  }

  function retryLater(parcel: Parcel): void {
    const planned = RETRY_AFTER_MS[parcel.tries] ?? RETRY_AFTER_MS.at(-1) ?? 0;
    parcel.tries += 1;
    if (clock() + planned - parcel.firstTriedAt > GIVE_UP_AFTER_MS) return;
    retrying += 1;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        retrying -= 1;
        if (isIdle()) retryLater(parcel);
        else launch(parcel);
      },
      Math.max(planned * options.speed, FLOOR_MS * parcel.tries),
    );
    timers.add(timer);
  }

  return {
    enqueue(update) {
      queue.push(update);
      wakeUp();
    },
    setCallbackUrl(url) {
      callbackUrl = url;
      wakeUp();
    },
    attempts,
    get pending() {
      return pendingNow();
    },
    repeat(times) {
      copies = times;
    },
    shuffle(shouldShuffle) {
      isShuffled = shouldShuffle;
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      wakeUp();
    },
    async stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      aborter.abort();
      await Promise.allSettled(underWay);
    },
  };
}

function shuffleInPlace(items: Update[], random: Random): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    const moved = items[index];
    const replacement = items[other];
    if (moved === undefined || replacement === undefined) return;
    items[index] = replacement;
    items[other] = moved;
  }
}
