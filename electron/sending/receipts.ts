import type { AccountId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { Graph, GraphTarget } from '../graph/client.ts';
import { GraphError } from '../graph/failure.ts';
import { markRead } from '../graph/messages.ts';
import type { Log } from '../log.ts';
import {
  dropReadReceipt,
  dueReadReceipts,
  nextReadReceiptAt,
  postponeReadReceipt,
} from '../store/read-receipts.ts';
import type { ReadReceipt } from '../store/read-receipts.ts';
import type { Store } from '../store/store.ts';
import { createAlarm } from '../alarm.ts';
import { backoff, judge } from './retry-policy.ts';

interface Dependencies {
  readonly store: Store;
  readonly graph: Graph;
  readonly connect: (accountId: AccountId) => Promise<GraphTarget>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

/** Tells Meta what was read. Repeating it is harmless, so doubt is no reason to stop. */
export interface ReceiptSender {
  look(): void;
  idle(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

const SIDE_BY_SIDE = 4;
const AFTER_TROUBLE_MS = 5000;
const PATIENCE = 20;

export function createReceiptSender(deps: Dependencies): ReceiptSender {
  const { store, clock, log } = deps;
  const giveUp = new AbortController();
  const alarm = createAlarm(clock, pass);
  const inFlight = new Map<number, Promise<void>>();
  let waiters: readonly (() => void)[] = [];
  let isStopped = false;

  function look(): void {
    alarm.set(clock());
  }

  function pass(): void {
    if (isStopped) return;
    try {
      tellWhatIsDue(clock());
    } catch (error) {
      log.error({ error }, 'read receipts could not be worked on');
      alarm.set(clock() + AFTER_TROUBLE_MS);
    }
  }

  function tellWhatIsDue(now: number): void {
    for (const receipt of dueReadReceipts(store, now, SIDE_BY_SIDE + inFlight.size)) {
      if (inFlight.size >= SIDE_BY_SIDE) return;
      if (!inFlight.has(receipt.chatId)) launch(receipt);
    }
    if (inFlight.size > 0) return;
    alarm.set(nextReadReceiptAt(store) ?? Infinity);
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  function launch(receipt: ReadReceipt): void {
    const telling = tell(deps, receipt, giveUp.signal)
      .catch((error: unknown) => {
        log.error({ chatId: receipt.chatId, error }, 'a read receipt could not be worked on');
      })
      .finally(() => {
        inFlight.delete(receipt.chatId);
        look();
      });
    inFlight.set(receipt.chatId, telling);
  }

  return {
    look,
    idle: () =>
      new Promise((resolve) => {
        waiters = [...waiters, resolve];
        look();
      }),
    async stop(graceMs) {
      isStopped = true;
      alarm.stop();
      const timer = setTimeout(() => {
        giveUp.abort();
      }, graceMs);
      await Promise.all(inFlight.values());
      clearTimeout(timer);
    },
  };
}

async function tell(deps: Dependencies, receipt: ReadReceipt, signal: AbortSignal): Promise<void> {
  const { store, graph, connect, log } = deps;
  try {
    await markRead(graph, await connect(receipt.accountId), receipt.wamid, signal);
    store.write((tx) => {
      dropReadReceipt(tx, receipt);
    });
  } catch (error) {
    const retryAt = retryAtAfter(error, receipt, deps);
    log.debug({ chatId: receipt.chatId, error, retryAt }, 'Meta was not told what was read');
    store.write((tx) => {
      if (retryAt === null) dropReadReceipt(tx, receipt);
      else postponeReadReceipt(tx, receipt, retryAt);
    });
  }
}

/** Null when it will never be taken. */
function retryAtAfter(
  error: unknown,
  { attempts }: ReadReceipt,
  { clock, random }: Pick<Dependencies, 'clock' | 'random'>,
): number | null {
  const now = clock();
  const later = now + Math.ceil(backoff(attempts + 1, random));
  if (!(error instanceof GraphError)) return later;
  if (error.failure.kind === 'not_reached') return later;
  if (attempts >= PATIENCE) return null;
  const verdict = judge(error.failure, { refusals: 1, now, random });
  if (verdict.kind === 'failed') return null;
  return verdict.kind === 'again' ? Math.max(later, verdict.at) : later;
}
