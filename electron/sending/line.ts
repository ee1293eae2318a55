import type { AccountId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { GraphTarget } from '../graph/client.ts';
import type { Log } from '../log.ts';
import { pauseSending, readSendingPause, resumeSending } from '../store/sending-pause.ts';
import type { Store } from '../store/store.ts';

/** How one number reaches Meta: its address and token, kept for a moment, and whether it may. */
export interface Line {
  /** Undefined when it must be opened first, or when the number is paused. */
  target(now: number): GraphTarget | undefined;
  /** Reads the token again. A pause ends when another token is found. Never throws. */
  open(): Promise<void>;
  /** When it is worth trying to open it again. */
  reopenAt(now: number): number;
  /** Meta does not take what was sent with this token: nothing is gained by more of it. */
  refuse(): void;
  /** What is known of the token may be out of date. */
  forget(): void;
}

interface Dependencies {
  readonly store: Store;
  readonly connect: (accountId: AccountId) => Promise<GraphTarget>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long a token is kept without asking again, and how often a paused number looks for a new one. */
const FRESH_MS = 30_000;

export function createLine(deps: Dependencies, accountId: AccountId): Line {
  const { store, clock, log } = deps;
  let known: GraphTarget | undefined;
  let refused: GraphTarget | undefined;
  let openedAt = -Infinity;

  async function connect(): Promise<void> {
    const target = await deps.connect(accountId);
    known = target;
    if (pauseEnds(target)) {
      refused = undefined;
      store.write((tx) => resumeSending(tx, accountId));
    }
  }

  /** Frontdesk's own troubles (no code) end when the way is open; Meta's with another token. */
  function pauseEnds(target: GraphTarget): boolean {
    const pause = readSendingPause(store, accountId);
    if (pause === undefined) return false;
    return pause.code === null || (refused !== undefined && !isSameAccess(refused, target));
  }

  function explain(error: unknown): void {
    log.warn({ accountId, error }, 'the way to Meta could not be opened');
    if (readSendingPause(store, accountId) !== undefined) return;
    const title = error instanceof Error ? error.message : 'The number can’t be used to send';
    store.write((tx) => {
      pauseSending(tx, accountId, { code: null, title, details: null, since: clock() });
    });
  }

  return {
    target(now) {
      const isFresh = Math.abs(now - openedAt) < FRESH_MS;
      return isFresh && readSendingPause(store, accountId) === undefined ? known : undefined;
    },
    async open() {
      openedAt = clock();
      known = undefined;
      await connect().catch(explain);
    },
    reopenAt: (now) => (Math.abs(now - openedAt) < FRESH_MS ? openedAt + FRESH_MS : now),
    refuse() {
      refused = known ?? refused;
    },
    forget() {
      openedAt = -Infinity;
    },
  };
}

function isSameAccess(a: GraphTarget, b: GraphTarget): boolean {
  return (
    a.accessToken === b.accessToken &&
    a.appSecret === b.appSecret &&
    a.phoneNumberId === b.phoneNumberId &&
    a.baseUrl === b.baseUrl
  );
}
