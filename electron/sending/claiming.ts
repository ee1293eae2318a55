import { ruleForError } from '#shared/graph-errors.ts';
import type { AccountId, ChatId, MessageId, OutboxId } from '#shared/ids.ts';
import { fieldAt } from '#shared/json-fields.ts';
import { parseJson } from '#shared/json.ts';
import type { MessageType } from '#shared/models/message.ts';
import { canReplyFreely, windowExpiry } from '#shared/window.ts';
import type { Address, OutgoingMessage } from '../graph/messages.ts';
import { claim, dueHeads, fail, postpone } from '../store/outbox.ts';
import type { AttemptError, QueueHead } from '../store/outbox.ts';
import type { Store, WriteTx } from '../store/store.ts';
import { suppressionOf } from './suppressed.ts';
import { refreshOwnReaction } from './own-reaction.ts';

/** A message that this process, and no other, is sending now. */
export interface Job {
  readonly id: OutboxId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly type: MessageType;
  readonly replyToWamid: string | null;
  /** How often Meta has refused it before. */
  readonly refusals: number;
  readonly outgoing: OutgoingMessage;
}

/** When the person of a chat may be written to, by Meta's limit per person. */
export interface PairLimit {
  allowedAt(chatId: ChatId, now: number): number;
  pay(chatId: ChatId, now: number): void;
}

interface Batch {
  readonly jobs: readonly Job[];
  /** Nothing else is due at this moment. */
  readonly isLast: boolean;
}

/**
 * Claims what is due, in one transaction that is on disk before any of it is sent. What can't be
 * sent at all fails here, without troubling Meta.
 */
export function claimBatch(
  store: Store,
  accountId: AccountId,
  pairs: PairLimit,
  now: number,
  limit: number,
): Batch {
  const heads = dueHeads(store, accountId, now, limit);
  if (heads.length === 0) return { jobs: [], isLast: true };
  const jobs = store.write((tx) =>
    heads.map((head) => take(tx, head, pairs, now)).filter((job) => job !== undefined),
  );
  return { jobs, isLast: heads.length < limit };
}

function take(tx: WriteTx, head: QueueHead, pairs: PairLimit, now: number): Job | undefined {
  const outgoing = outgoingOf(head, now);
  if ('error' in outgoing) {
    fail(tx, head.id, outgoing.error);
    refreshOwnReaction(tx, head);
    return undefined;
  }
  const allowedAt = pairs.allowedAt(head.chatId, now);
  if (allowedAt > now) {
    postpone(tx, head.id, allowedAt);
    return undefined;
  }
  if (!claim(tx, head.id, now)) return undefined;
  pairs.pay(head.chatId, now);
  const { id, messageId, chatId, type, replyToWamid, refusals } = head;
  return { id, messageId, chatId, type, replyToWamid, refusals, outgoing };
}

const WINDOW_CLOSED = 131047;

function outgoingOf(head: QueueHead, now: number): OutgoingMessage | { error: AttemptError } {
  const { type, callbackId } = head;
  const suppression = suppressionOf(head);
  if (suppression !== undefined) return { error: suppression };
  if (type !== 'template' && !canReplyFreely(windowExpiry(head.windowOpenedAt), now)) {
    const title = ruleForError(WINDOW_CLOSED)?.title ?? 'The 24-hour window is closed';
    return { error: { code: WINDOW_CLOSED, title, details: null } };
  }
  const address = addressOf(head);
  if (address === undefined) {
    return failure('There is neither a phone number nor a WhatsApp id for this person');
  }
  const content = fieldAt(parseJson(head.payload), type);
  if (content === undefined || callbackId === null) {
    return failure('The message is stored incompletely and can’t be sent');
  }
  const quotes = type === 'reaction' ? null : head.replyToWamid;
  return { address, type, content, quotes, callbackId };
}

function failure(title: string): { error: AttemptError } {
  return { error: { code: null, title, details: null } };
}

/** A number wherever one is known: its answer and its statuses say the most. Source: meta-platform §3.3. */
function addressOf({ groupId, phone, waId, userId }: QueueHead): Address | undefined {
  if (groupId !== null) return { kind: 'group', groupId };
  if (phone !== null) return { kind: 'phone', phone: phone.startsWith('+') ? phone : `+${phone}` };
  if (waId !== null) return { kind: 'phone', phone: `+${waId}` };
  return userId === null ? undefined : { kind: 'user', userId };
}
