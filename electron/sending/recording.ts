import type { AccountId } from '#shared/ids.ts';
import type { MessageHold } from '#shared/models/message.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { GraphFailure } from '../graph/failure.ts';
import { messageBody } from '../graph/messages.ts';
import type { Accepted } from '../graph/messages.ts';
import { adoptWamid } from '../store/message-status.ts';
import { doubt, fail, requeue } from '../store/outbox.ts';
import type { AttemptError } from '../store/outbox.ts';
import { recordAttempt } from '../store/outbox-attempts.ts';
import type { Attempt } from '../store/outbox-attempts.ts';
import { closeWindow } from '../store/conversations.ts';
import { forgetUpload } from '../store/media-uploads.ts';
import { learnWaId } from '../store/outgoing.ts';
import { recordRefusedMarketing } from '../store/refused-marketing.ts';
import { recordHeld } from '../store/statuses.ts';
import { pauseSending, readSendingPause } from '../store/sending-pause.ts';
import type { WriteTx } from '../store/store.ts';
import { deservesNewUpload } from './blamed-upload.ts';
import type { Job } from './claiming.ts';
import { refreshOwnReaction } from './own-reaction.ts';
import type { Verdict } from './retry-policy.ts';

/** What an attempt came to, with what is to be done about it. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | { readonly kind: 'failed'; readonly failure: GraphFailure; readonly verdict: Verdict };

interface Moment {
  readonly accountId: AccountId;
  readonly now: number;
  /** When the number tries the network again, if this outcome says that there is none. */
  readonly onlineAt: number;
}

/** Writes down what an attempt came to. Changes nothing where a webhook has told it before. */
export function recordOutcome(tx: WriteTx, job: Job, outcome: Outcome, moment: Moment): void {
  recordAttempt(tx, attemptOf(job, outcome, moment.now));
  if (outcome.kind === 'accepted') recordAccepted(tx, job, outcome.accepted, moment);
  else recordFailure(tx, job, outcome.failure, outcome.verdict, moment);
}

function recordAccepted(tx: WriteTx, job: Job, accepted: Accepted, moment: Moment): void {
  const { wamid, waId, heldAs } = accepted;
  const { accountId, now } = moment;
  if (heldAs !== null) recordHeld(tx, { wamid, accountId, heldAs, at: now });
  adoptWamid(tx, job.messageId, wamid);
  if (waId !== null && /^\d{5,20}$/.test(waId)) learnWaId(tx, job.chatId, waId, now);
}

function recordFailure(
  tx: WriteTx,
  job: Job,
  failure: GraphFailure,
  verdict: Verdict,
  { accountId, now, onlineAt }: Moment,
): void {
  const error = errorOf(failure);
  if (deservesNewUpload(job, failure)) {
    forgetUpload(tx, accountId, job.messageId);
    requeue(tx, job.id, { at: now, refusals: job.refusals + 1 }, error);
    return;
  }
  switch (verdict.kind) {
    case 'again':
      requeue(tx, job.id, { at: verdict.at, refusals: job.refusals + 1 }, error);
      return;
    case 'offline':
      requeue(tx, job.id, { at: onlineAt, refusals: job.refusals }, error);
      return;
    case 'paused':
      requeue(tx, job.id, { at: now, refusals: job.refusals }, error);
      if (readSendingPause(tx, accountId) === undefined) {
        pauseSending(tx, accountId, { ...error, since: now });
      }
      return;
    case 'failed':
      if (!fail(tx, job.id, error, holdFor(job, verdict))) return;
      if (verdict.tells === 'window_closed') closeWindow(tx, job.chatId, now);
      if (verdict.tells === 'opted_out') recordOptOut(tx, job, error, now);
      refreshOwnReaction(tx, { ...job, accountId });
      return;
    case 'in_doubt':
      doubt(tx, job.id, error.title);
      return;
    default:
      unreachable(verdict);
  }
}

/** A reaction that comes too late is not worth asking about. */
function holdFor(
  { type }: Job,
  { tells }: Extract<Verdict, { kind: 'failed' }>,
): MessageHold | null {
  return tells === 'window_closed' && type !== 'reaction' ? 'window_closed' : null;
}

function attemptOf(job: Job, outcome: Outcome, now: number): Attempt {
  const failure = outcome.kind === 'failed' ? outcome.failure : undefined;
  return {
    messageId: job.messageId,
    startedAt: job.startedAt,
    endedAt: now,
    outcome: failure?.kind ?? 'accepted',
    request: messageBody(job.outgoing),
    wamid: outcome.kind === 'accepted' ? outcome.accepted.wamid : null,
    error: failure === undefined ? null : errorOf(failure),
    fbtraceId: failure?.kind === 'refused' ? failure.fbtraceId : null,
  };
}

function recordOptOut(tx: WriteTx, job: Job, { code, title }: AttemptError, now: number): void {
  const evidence = { message_id: job.messageId, code, title };
  recordRefusedMarketing(tx, { chatId: job.chatId, evidence, at: now });
}

function errorOf(failure: GraphFailure): AttemptError {
  switch (failure.kind) {
    case 'refused':
      return { code: failure.code, title: failure.title, details: failure.details };
    case 'not_reached':
    case 'ambiguous':
      return { code: null, title: failure.reason, details: null };
    default:
      return unreachable(failure);
  }
}
