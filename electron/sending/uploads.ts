import { createReadStream } from 'node:fs';
import type { AccountId, ChatId, MessageId } from '#shared/ids.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Clock } from '../clock.ts';
import type { Graph, GraphTarget } from '../graph/client.ts';
import { GraphError } from '../graph/failure.ts';
import type { GraphFailure } from '../graph/failure.ts';
import { UPLOAD_LIVES_MS, uploadFile } from '../graph/upload.ts';
import type { Log } from '../log.ts';
import { dueUploads, keepUpload } from '../store/media-uploads.ts';
import type { DueUpload } from '../store/media-uploads.ts';
import { delay, fail, isQueued } from '../store/outbox.ts';
import type { AttemptError } from '../store/outbox.ts';
import { pauseSending, readSendingPause } from '../store/sending-pause.ts';
import type { Store, WriteTx } from '../store/store.ts';
import { backoff, judge } from './retry-policy.ts';
import type { Verdict } from './retry-policy.ts';
import { windowRefusal } from './window-closed.ts';

export interface UploadProgress {
  readonly chatId: ChatId;
  readonly messageId: MessageId;
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** Gives Meta the files of messages that wait for them, beside the messages that leave. */
export interface Uploads {
  /** Begins what is due and gives up what nobody wants any more. */
  look(target: GraphTarget, now: number): void;
  /** Gives up what nobody wants any more, as when its message was taken back. */
  dropUnwanted(): void;
  isDue(now: number): boolean;
  readonly isIdle: boolean;
  /** Gives everything up: an upload is harmless to repeat. */
  stop(): Promise<void>;
}

export interface UploadDeps {
  readonly store: Store;
  readonly graph: Graph;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly files: { pathOf(sha256: string): string };
  readonly onUpload: (progress: UploadProgress) => void;
}

interface Surroundings {
  /** What a failure means for the whole number: rest, pause. */
  readonly onVerdict: (verdict: Verdict, now: number) => void;
  /** One has ended, well or not. */
  readonly onEnd: () => void;
}

/** Side by side, each of another chat: a large film keeps nobody's picture waiting. */
const MOST_AT_ONCE = 3;

/** Meta deletes after thirty days; a message that waits for the pace must not come too late. */
const MARGIN_MS = 24 * 3_600_000;

/** More often than this nobody sees the number change. */
const TELL_EVERY_MS = 200;

export function createUploads(
  deps: UploadDeps,
  accountId: AccountId,
  { onVerdict, onEnd }: Surroundings,
): Uploads {
  const { store, graph, clock, log, random } = deps;
  const running = new Map<DueUpload, { readonly abort: AbortController; done: Promise<void> }>();
  /** How often in a row the line broke, by the file's hash. */
  const breaks = new Map<string, number>();
  let isStopped = false;

  function due(now: number): DueUpload[] {
    const busy = [...running.keys()];
    return dueUploads(store, accountId, now, MOST_AT_ONCE + busy.length).filter(
      ({ chatId, sha256 }) => !busy.some((one) => one.chatId === chatId || one.sha256 === sha256),
    );
  }

  async function upload(job: DueUpload, target: GraphTarget, signal: AbortSignal): Promise<void> {
    try {
      const metaMediaId = await uploadFile(graph, target, fileOf(deps, job), {
        signal,
        onProgress: teller(deps, job),
      });
      breaks.delete(job.sha256);
      const expiresAt = clock() + UPLOAD_LIVES_MS - MARGIN_MS;
      store.write((tx) =>
        keepUpload(tx, { accountId, sha256: job.sha256, metaMediaId, expiresAt }),
      );
    } catch (error) {
      if (!signal.aborted) conclude(job, failureOf(error));
    }
  }

  function conclude(job: DueUpload, failure: GraphFailure | MissingFileError): void {
    const now = clock();
    log.info({ messageId: job.messageId, failed: kindOf(failure) }, 'a file was not uploaded');
    if (failure instanceof MissingFileError) {
      store.write((tx) => fail(tx, job.outboxId, { code: null, title: GONE, details: null }));
      return;
    }
    const verdict = judge(failure, { refusals: job.refusals + 1, now, random });
    onVerdict(verdict, now);
    const times = (breaks.get(job.sha256) ?? 0) + 1;
    breaks.set(job.sha256, times);
    const again = now + Math.ceil(backoff(times, random));
    store.write((tx) => recordFailure(tx, accountId, { job, verdict, failure, now, again }));
  }

  function begin(job: DueUpload, target: GraphTarget): void {
    const abort = new AbortController();
    const done = upload(job, target, abort.signal)
      .catch((error: unknown) => log.error({ error }, 'an upload broke down inside Frontdesk'))
      .finally(() => {
        running.delete(job);
        onEnd();
      });
    running.set(job, { abort, done });
  }

  function dropUnwanted(): void {
    for (const [{ outboxId }, { abort }] of running) {
      if (!isQueued(store, outboxId)) abort.abort();
    }
  }

  return {
    look(target, now) {
      if (isStopped) return;
      for (const job of due(now).slice(0, MOST_AT_ONCE - running.size)) {
        const closed = windowRefusal(job, now);
        if (closed === undefined) begin(job, target);
        else store.write((tx) => fail(tx, job.outboxId, closed.error, closed.hold));
      }
    },
    dropUnwanted,
    isDue: (now) => due(now).length > 0,
    get isIdle() {
      return running.size === 0;
    },
    async stop() {
      isStopped = true;
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

interface Failed {
  readonly job: DueUpload;
  readonly verdict: Verdict;
  readonly failure: GraphFailure;
  readonly now: number;
  /** When a broken line is tried again. */
  readonly again: number;
}

/** A broken line is no refusal: what may have reached Meta is only a file that nobody sees. */
function recordFailure(
  tx: WriteTx,
  accountId: AccountId,
  { job, verdict, failure, now, again }: Failed,
): void {
  const { outboxId, refusals } = job;
  const error = errorOf(failure);
  switch (verdict.kind) {
    case 'again':
      delay(tx, outboxId, { at: verdict.at, refusals: refusals + 1 }, error);
      return;
    case 'offline':
    case 'in_doubt':
      delay(tx, outboxId, { at: again, refusals }, error);
      return;
    case 'paused':
      delay(tx, outboxId, { at: now, refusals }, error);
      if (readSendingPause(tx, accountId) === undefined) {
        pauseSending(tx, accountId, { ...error, since: now });
      }
      return;
    case 'failed':
      fail(tx, outboxId, error);
      return;
    default:
      unreachable(verdict);
  }
}

function errorOf(failure: GraphFailure): AttemptError {
  if (failure.kind !== 'refused') return { code: null, title: failure.reason, details: null };
  return { code: failure.code, title: failure.title, details: failure.details };
}

const GONE = 'The file is not on this computer any more, so it could not be sent';

class MissingFileError extends Error {
  override readonly name = 'MissingFileError';
}

function fileOf({ files }: UploadDeps, { sha256, bytes, mimeType, name }: DueUpload) {
  return {
    name: name ?? 'file',
    // As a customer's file may have it: "audio/ogg; codecs=opus".
    mimeType: mimeType.split(';')[0]?.trim() ?? mimeType,
    bytes,
    open: () => createReadStream(files.pathOf(sha256), { highWaterMark: 256 * 1024 }),
  };
}

/** The file is not there, may not be read, or is not as long as it was. */
const DISK_CODES = new Set(['ENOENT', 'EACCES', 'EIO', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH']);

function failureOf(error: unknown): GraphFailure | MissingFileError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && DISK_CODES.has(String(cause.code)))
      return new MissingFileError(cause.message);
  }
  if (error instanceof GraphError) return error.failure;
  return { kind: 'ambiguous', reason: 'The upload broke down inside Frontdesk.' };
}

function kindOf(failure: GraphFailure | MissingFileError): string {
  return failure instanceof MissingFileError ? 'missing' : failure.kind;
}

/** Says how far an upload is, not more often than anyone can read, and always when it is through. */
function teller({ clock, onUpload }: UploadDeps, job: DueUpload): (sentBytes: number) => void {
  let toldAt = -Infinity;
  return (sentBytes) => {
    const now = clock();
    if (now - toldAt < TELL_EVERY_MS && sentBytes < job.bytes) return;
    toldAt = now;
    const { chatId, messageId, bytes: totalBytes } = job;
    onUpload({ chatId, messageId, sentBytes, totalBytes });
  };
}
