import { actionForRefusal, explainError } from '#shared/graph-errors.ts';
import { FrontdeskError } from '#shared/errors.ts';
import { GraphError } from '../graph/failure.ts';
import type { Refused } from '../graph/failure.ts';
import { BrokenFileError, FileTooLargeError } from './received-file.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WAITS = [2 * SECOND, 10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
const LONGEST_WAIT = HOUR;
const OWNER_WAIT = 5 * MINUTE;
const OFFLINE_WAIT = 15 * SECOND;
/** A file that is wrong this often will not come right by itself. */
const MAX_BROKEN = 10;

export const EXPIRED =
  'WhatsApp keeps files for seven days, and this one could not be fetched in time.';

/** What becomes of a file after a download that did not work. Times in ms since 1970. */
export type NextStep =
  | { readonly kind: 'again'; readonly at: number; readonly attempts: number; readonly why: string }
  | { readonly kind: 'give_up'; readonly state: 'failed' | 'expired'; readonly why: string };

export interface FailedAttempt {
  readonly error: unknown;
  /** Failures before this one. */
  readonly attempts: number;
  readonly expiresAt: number | null;
  readonly now: number;
}

/**
 * Tries again with growing pauses for as long as Meta has the file, and once more at the very end.
 * Being offline is not counted: nobody has asked Meta yet.
 */
export function nextStep(failed: FailedAttempt): NextStep {
  const { error, now, attempts } = failed;
  const why = inWords(error);
  if (isOffline(error)) return { kind: 'again', at: now + OFFLINE_WAIT, attempts, why };
  if (failed.expiresAt !== null && now >= failed.expiresAt) {
    return { kind: 'give_up', state: 'expired', why: EXPIRED };
  }
  if (isFinal(error, attempts + 1)) return { kind: 'give_up', state: 'failed', why };
  const needsOwner = isForOwner(error);
  const ownWait = needsOwner ? OWNER_WAIT : (WAITS[attempts] ?? LONGEST_WAIT);
  const wait = Math.max(askedToWait(error), ownWait);
  const at = Math.min(now + wait, failed.expiresAt ?? Infinity);
  return { kind: 'again', at, attempts: needsOwner ? attempts : attempts + 1, why };
}

function isOffline(error: unknown): boolean {
  return error instanceof GraphError && error.failure.kind === 'not_reached';
}

function isFinal(error: unknown, attempts: number): boolean {
  if (error instanceof FileTooLargeError) return true;
  if (error instanceof BrokenFileError) return attempts >= MAX_BROKEN;
  if (!(error instanceof GraphError) || error.failure.kind !== 'refused') return false;
  return isPermanent(error.failure);
}

/** Of a file, error 100 says that Meta does not have it. Source: meta-platform §1.1. */
const NO_SUCH_OBJECT = 100;

/** A number that must be put right first (`pause`) gets its files afterwards. */
function isPermanent(refused: Refused): boolean {
  if (refused.status >= 500 || refused.isTransient) return false;
  if (refused.code === NO_SUCH_OBJECT) return true;
  const { kind } = actionForRefusal(refused);
  return kind === 'fail' || kind === 'fix' || kind === 'bug';
}

/** The token or the account must be put right first: a look now and then is enough. */
function isForOwner(error: unknown): boolean {
  if (error instanceof FrontdeskError) return error.code === 'secret_store';
  const isRefused = error instanceof GraphError && error.failure.kind === 'refused';
  if (!isRefused || error.failure.code === NO_SUCH_OBJECT) return false;
  return actionForRefusal(error.failure).kind === 'pause';
}

function askedToWait(error: unknown): number {
  const isRefused = error instanceof GraphError && error.failure.kind === 'refused';
  return isRefused ? (error.failure.retryAfterMs ?? 0) : 0;
}

function inWords(error: unknown): string {
  if (error instanceof FileTooLargeError) {
    return 'The file is larger than 100 MB. Ask the customer to send it in parts or as a link.';
  }
  if (error instanceof BrokenFileError) return error.message;
  if (error instanceof FrontdeskError) return error.message;
  if (!(error instanceof GraphError)) return isDiskFull(error) ? DISK_FULL : BROKEN_OFF;
  const { failure } = error;
  if (failure.kind !== 'refused') return failure.reason;
  // Without a code of its own, the explanation would be about sending.
  if (failure.code === null) return `${failure.title}.`;
  if (failure.code === NO_SUCH_OBJECT) return GONE;
  const { title, advice } = explainError(failure.code, failure.title);
  return `${title}. ${advice}`;
}

const DISK_FULL = 'There is no room left on the disk. Make room, then Frontdesk fetches the file.';
const BROKEN_OFF = 'The download broke off.';
const GONE = 'Meta does not have this file, or not for this number.';

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
