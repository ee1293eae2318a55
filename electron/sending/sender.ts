import type { AccountId } from '#shared/ids.ts';
import { doubtAbandonedClaims } from '../store/outbox.ts';
import { recordAbandonedAttempts } from '../store/outbox-attempts.ts';
import { sendingAccounts } from '../store/outgoing.ts';
import { resumeSending } from '../store/sending-pause.ts';
import { createLane } from './lane.ts';
import type { Lane, LaneDeps } from './lane.ts';
import { createReceiptSender } from './receipts.ts';

/** The one part of Frontdesk that sends messages. It works by itself as soon as it is started. */
export interface Sender {
  /** The computer woke up or the network came back: what waits for the network may go at once. */
  wake(): void;
  /** Resolves when nothing is on its way and nothing can leave at this moment. */
  idle(): Promise<void>;
  /** Takes up nothing more and lets requests finish for four seconds; the rest is in doubt. */
  stop(): Promise<void>;
}

const GRACE_MS = 4000;

/**
 * Starts sending whatever the outbox holds, now and from now on. Only one may run on a database.
 * Messages that a former run was sending when it was killed are in doubt: their requests may have
 * reached Meta.
 */
export function startSender(deps: LaneDeps): Sender {
  const { store, log } = deps;
  const lanes = new Map<AccountId, Lane>();
  const receipts = createReceiptSender(deps);

  takeUpFormerRun(deps);
  const unsubscribe = store.onChange((changes) => {
    if (changes.some(({ kind }) => kind === 'account'))
      for (const lane of lanes.values()) lane.forget();
    if (changes.some(({ kind }) => kind === 'account' || kind === 'outbox')) look();
  });
  look();
  log.debug({ lanes: lanes.size }, 'sending has started');

  function look(): void {
    for (const accountId of sendingAccounts(store)) laneOf(accountId).look();
    receipts.look();
  }

  function laneOf(accountId: AccountId): Lane {
    const lane = lanes.get(accountId) ?? createLane(deps, accountId);
    lanes.set(accountId, lane);
    return lane;
  }

  return {
    wake() {
      look();
      for (const lane of lanes.values()) lane.hasten();
    },
    async idle() {
      await Promise.all([receipts.idle(), ...[...lanes.values()].map((lane) => lane.idle())]);
    },
    async stop() {
      unsubscribe();
      await Promise.all([
        receipts.stop(GRACE_MS),
        ...[...lanes.values()].map((lane) => lane.stop(GRACE_MS)),
      ]);
    },
  };
}

const ENDED = 'Frontdesk ended before Meta answered.';

/** Whatever kept a number from sending before, the owner may have put it right meanwhile. */
function takeUpFormerRun({ store, clock, log }: Pick<LaneDeps, 'store' | 'clock' | 'log'>): void {
  const inDoubt = store.write((tx) => {
    for (const accountId of sendingAccounts(tx)) resumeSending(tx, accountId);
    recordAbandonedAttempts(tx, ENDED, clock());
    return doubtAbandonedClaims(tx, ENDED);
  });
  if (inDoubt > 0) log.warn({ messages: inDoubt }, 'messages of the last run are in doubt');
}
