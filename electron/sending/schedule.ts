import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId, MessageId, ScheduledId } from '#shared/ids.ts';
import { CATCH_UP_MS } from '#shared/scheduling.ts';
import type { MessageHold } from '#shared/models/message.ts';
import type { ScheduledMessage } from '#shared/models/scheduled-message.ts';
import { canReplyFreely, windowExpiry } from '#shared/window.ts';
import { outboxIdOf, fail } from '../store/outbox.ts';
import type { AttemptError } from '../store/outbox.ts';
import { clearDraft, openChat } from '../store/outgoing.ts';
import { addScheduled, changeScheduled, findScheduled, takeScheduled } from '../store/scheduled.ts';
import type { Reader, WriteTx } from '../store/store.ts';
import { putInOutbox, queueMessage, textContent, wamidToQuote } from './compose.ts';
import type { Composing, NewOutgoing } from './compose.ts';
import { writableChat } from './may-write.ts';
import { WINDOW_CLOSED_ERROR } from './window-closed.ts';

/**
 * Puts a text aside until its time. Takes the chat's draft away in the same moment. The window may
 * be closed by then; that is told, not forbidden. Throws FrontdeskError as `writableChat` does, or
 * `bad_input` when the time has passed.
 */
export function scheduleText(
  { store, clock }: Composing,
  text: {
    readonly chatId: ChatId;
    readonly body: string;
    readonly replyTo: MessageId | null;
    readonly dueAt: number;
  },
): ScheduledId {
  return store.write((tx) => {
    const now = clock();
    requireFuture(text.dueAt, now);
    const { chatId, body, dueAt } = text;
    const { accountId } = writableChat(tx, chatId);
    const replyToWamid = text.replyTo === null ? null : wamidToQuote(tx, chatId, text.replyTo);
    clearDraft(tx, chatId);
    return addScheduled(tx, { chatId, accountId, body, replyToWamid, dueAt }, now);
  });
}

/** Throws FrontdeskError `not_found` when it has left, or `bad_input` when the time has passed. */
export function rescheduleText(
  { store, clock }: Composing,
  change: { readonly id: ScheduledId; readonly body: string; readonly dueAt: number },
): void {
  store.write((tx) => {
    requireFuture(change.dueAt, clock());
    changeScheduled(tx, { ...waiting(tx, change.id), ...change });
  });
}

/** Throws FrontdeskError `not_found` when it has left already. */
export function cancelScheduled({ store }: Composing, id: ScheduledId): void {
  store.write((tx) => takeScheduled(tx, waiting(tx, id)));
}

/** Throws FrontdeskError `not_found`, or as for any message; then it stays as it was. */
export function sendScheduledNow({ store, clock }: Composing, id: ScheduledId): MessageId {
  return store.write((tx) => {
    const scheduled = waiting(tx, id);
    takeScheduled(tx, scheduled);
    return queueMessage(tx, textOf(scheduled), clock());
  });
}

/**
 * Makes a message of what is due: it disappears here and appears in the outbox in one step, so that
 * it can neither be lost nor leave twice. What may not leave any more becomes a question.
 */
export function releaseScheduled(tx: WriteTx, scheduled: ScheduledMessage, now: number): void {
  if (!takeScheduled(tx, scheduled)) return;
  const id = putInOutbox(tx, textOf(scheduled), scheduled.accountId, now);
  const obstacle = obstacleFor(tx, scheduled, now);
  const outboxId = outboxIdOf(tx, id);
  if (obstacle === undefined || outboxId === undefined) return;
  fail(tx, outboxId, obstacle.error, obstacle.hold);
}

interface Obstacle {
  readonly error: AttemptError;
  readonly hold: MessageHold | null;
}

function obstacleFor(
  db: Reader,
  { chatId, dueAt }: ScheduledMessage,
  now: number,
): Obstacle | undefined {
  const chat = openChat(db, chatId);
  if (chat?.isBlocked === true) return { error: BLOCKED, hold: null };
  if (!canReplyFreely(windowExpiry(chat?.windowOpenedAt ?? null), now)) {
    return { error: WINDOW_CLOSED_ERROR, hold: 'window_closed' };
  }
  return now - dueAt > CATCH_UP_MS ? { error: MISSED, hold: 'missed_start' } : undefined;
}

const BLOCKED: AttemptError = {
  code: null,
  title: 'You have blocked this person',
  details: null,
};

const MISSED: AttemptError = {
  code: null,
  title: 'Its time passed while Frontdesk was closed or the computer was asleep',
  details: null,
};

function textOf({ chatId, body, replyToWamid }: ScheduledMessage): NewOutgoing {
  return { chatId, type: 'text', content: textContent(body), replyToWamid };
}

function waiting(db: Reader, id: ScheduledId): ScheduledMessage {
  const scheduled = findScheduled(db, id);
  if (scheduled !== undefined) return scheduled;
  throw new FrontdeskError('not_found', 'This message has left already, or was cancelled.');
}

function requireFuture(dueAt: number, now: number): void {
  if (dueAt > now) return;
  throw new FrontdeskError('bad_input', 'This time has passed. Choose one that is still to come.');
}
