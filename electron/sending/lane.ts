import type { AccountId } from '#shared/ids.ts';
import type { GraphTarget } from '../graph/client.ts';
import { GraphError } from '../graph/failure.ts';
import type { GraphFailure } from '../graph/failure.ts';
import { sendMessage } from '../graph/messages.ts';
import { graphRoute } from '../store/accounts.ts';
import { dueHeads, hastenUnsent, nextDueAt } from '../store/outbox.ts';
import { createAlarm } from '../alarm.ts';
import { claimBatch } from './claiming.ts';
import type { Job } from './claiming.ts';
import { createJournal } from './journal.ts';
import { createLine } from './line.ts';
import { messagesPerSecond } from './pacing.ts';
import { createPairLimit } from './pair-limit.ts';
import { recordOutcome } from './recording.ts';
import type { Outcome } from './recording.ts';
import { judge } from './retry-policy.ts';
import { createThrottle } from './throttle.ts';
import { createUploads } from './uploads.ts';
import type { UploadDeps } from './uploads.ts';

/** Everything that leaves from one number. */
export interface Lane {
  /** Something may be there to send. */
  look(): void;
  /** The network may be back. */
  hasten(): void;
  /** The number's settings or secrets may have changed. */
  forget(): void;
  /** Resolves when nothing is on its way and nothing can leave at this moment. */
  idle(): Promise<void>;
  /** Lets requests finish for a while and writes down what became of them. */
  stop(graceMs: number): Promise<void>;
}

export interface LaneDeps extends UploadDeps {
  readonly connect: (accountId: AccountId) => Promise<GraphTarget>;
  /** A number in [0, 1). */
  readonly random: () => number;
}

interface Entry {
  readonly job: Job;
  readonly outcome: Outcome;
  readonly now: number;
  readonly onlineAt: number;
}

const AFTER_TROUBLE_MS = 1000;
const STOPPED: GraphFailure = {
  kind: 'ambiguous',
  reason: 'Frontdesk was closed before Meta answered.',
};

export function createLane(deps: LaneDeps, accountId: AccountId): Lane {
  const { store, graph, clock, log, random } = deps;
  const line = createLine(deps, accountId);
  const pairs = createPairLimit();
  const throttle = createThrottle(messagesPerSecond('STANDARD'), clock(), random);
  const alarm = createAlarm(clock, pass);
  const journal = createJournal<Entry>({
    store,
    log,
    record: (tx, { job, outcome, now, onlineAt }) => {
      recordOutcome(tx, job, outcome, { accountId, now, onlineAt });
    },
    onRecorded: look,
  });
  const uploads = createUploads(deps, accountId, {
    onVerdict(verdict, now) {
      // A line that breaks in the middle of a large file says nothing about the messages.
      if (verdict.kind !== 'in_doubt') throttle.failed(verdict, now);
      if (verdict.kind === 'paused') line.refuse();
    },
    onEnd: look,
  });
  const giveUp = new AbortController();
  const inFlight = new Map<Job, Promise<void>>();
  let waiters: readonly (() => void)[] = [];
  let isOpening = false;
  let isStopped = false;
  let isClosed = false;

  function look(): void {
    alarm.set(clock());
  }

  function pass(): void {
    if (isStopped || isOpening) return;
    try {
      uploads.dropUnwanted();
      sendWhatMayLeave(clock());
    } catch (error) {
      log.error({ accountId, error }, 'the outbox could not be worked on');
      alarm.set(clock() + AFTER_TROUBLE_MS);
    }
  }

  function sendWhatMayLeave(now: number): void {
    const route = graphRoute(store, accountId);
    if (!route?.isActive) return restIdly(undefined);
    throttle.allow(messagesPerSecond(route.throughputLevel), now);
    const target = line.target(now);
    if (target === undefined) return openLine(now);
    if (throttle.restsUntil > now) return restIdly(throttle.restsUntil);
    uploads.look(target, now);
    const room = throttle.room(now, inFlight.size);
    if (room === 0) return restFor(now);

    const { jobs, isLast } = claimBatch(store, accountId, pairs, now, room);
    // They leave now, after the disk has taken the claims, and that may have taken a while.
    const leftAt = clock();
    throttle.sent(jobs.length, leftAt);
    for (const job of jobs) inFlight.set(job, attempt(job, target, leftAt));
    if (isLast) restIdly(nextDueAt(store, accountId, now));
    else restFor(now);
  }

  /** Not before there is something to send: a token is not unlocked for nothing. */
  function openLine(now: number): void {
    const isDue = dueHeads(store, accountId, now, 1).length > 0 || uploads.isDue(now);
    if (!isDue) return restIdly(nextDueAt(store, accountId, now));
    const reopenAt = line.reopenAt(now);
    if (reopenAt > now) return restIdly(reopenAt);
    isOpening = true;
    void line.open().finally(() => {
      isOpening = false;
      look();
    });
  }

  /** More is due, and the pace or an answer will make room for it. */
  function restFor(now: number): void {
    alarm.set(throttle.roomAt(now, inFlight.size) ?? Infinity);
  }

  function restIdly(until: number | undefined): void {
    alarm.set(until ?? Infinity);
    if (inFlight.size > 0 || !journal.isEmpty || !uploads.isIdle) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  async function attempt(job: Job, target: GraphTarget, leftAt: number): Promise<void> {
    try {
      const answer = sendMessage(graph, target, job.outgoing, giveUp.signal);
      const accepted = await answer.finally(() => throttle.answered(leftAt, clock()));
      throttle.accepted();
      conclude(job, { kind: 'accepted', accepted });
    } catch (error) {
      concludeFailure(job, failureOf(job, error));
    }
  }

  function failureOf(job: Job, error: unknown): GraphFailure {
    if (error instanceof GraphError) return error.failure;
    log.error({ messageId: job.messageId, error }, 'sending broke down inside Frontdesk');
    return { kind: 'ambiguous', reason: 'Sending broke down inside Frontdesk.' };
  }

  function concludeFailure(job: Job, failure: GraphFailure): void {
    const now = clock();
    const verdict = judge(failure, { refusals: job.refusals + 1, now, random });
    throttle.failed(verdict, now);
    if (verdict.kind === 'paused') line.refuse();
    const code = failure.kind === 'refused' ? failure.code : null;
    log.info({ messageId: job.messageId, failed: failure.kind, code }, 'a message did not leave');
    conclude(job, { kind: 'failed', failure, verdict });
  }

  function conclude(job: Job, outcome: Outcome): void {
    if (isClosed) return;
    inFlight.delete(job);
    const now = clock();
    journal.add({ job, outcome, now, onlineAt: Math.max(now, throttle.restsUntil) });
  }

  async function close(graceMs: number): Promise<void> {
    isStopped = true;
    alarm.stop();
    const uploadsEnd = uploads.stop();
    await Promise.race([Promise.all(inFlight.values()), delay(graceMs, giveUp.signal)]);
    const abandoned = [...inFlight.keys()];
    for (const job of abandoned) {
      const verdict = judge(STOPPED, { refusals: job.refusals, now: clock(), random });
      conclude(job, { kind: 'failed', failure: STOPPED, verdict });
    }
    isClosed = true;
    journal.stop();
    giveUp.abort();
    await uploadsEnd;
  }

  return {
    look,
    hasten() {
      throttle.endRest();
      store.write((tx) => hastenUnsent(tx, accountId, clock()));
      look();
    },
    forget() {
      line.forget();
      look();
    },
    idle: () =>
      new Promise((resolve) => {
        waiters = [...waiters, resolve];
        look();
      }),
    stop: close,
  };
}

/** Resolves after the time, or as soon as nobody waits for it any more. */
function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
