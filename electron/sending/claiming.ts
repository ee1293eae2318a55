import type { AccountId, ChatId, MessageId, OutboxId } from '#shared/ids.ts';
import { fieldAt } from '#shared/json-fields.ts';
import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import type { MessageType } from '#shared/models/message.ts';
import type { Address, OutgoingMessage } from '../graph/messages.ts';
import { moveToNow } from '../store/holds.ts';
import { claim, dueHeads, fail, postpone } from '../store/outbox.ts';
import type { QueueHead } from '../store/outbox.ts';
import type { Reader, Store, WriteTx } from '../store/store.ts';
import { suppressionOf } from './suppressed.ts';
import { refreshOwnReaction } from './own-reaction.ts';
import { withHeaderFile } from './template-file.ts';
import { windowRefusal } from './window-closed.ts';
import type { Impossible } from './window-closed.ts';

/** A message that this process, and no other, is sending now. */
export interface Job {
  readonly id: OutboxId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly type: MessageType;
  readonly replyToWamid: string | null;
  /** How often Meta has refused it before. */
  readonly refusals: number;
  readonly hasFile: boolean;
  readonly outgoing: OutgoingMessage;
  /** When the request was made, in milliseconds since 1970. */
  readonly startedAt: number;
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
  // Behind one that could not leave the next of its chat is due.
  return { jobs, isLast: heads.length < limit && jobs.length === heads.length };
}

function take(tx: WriteTx, head: QueueHead, pairs: PairLimit, now: number): Job | undefined {
  const outgoing = outgoingOf(tx, head, now);
  if ('error' in outgoing) {
    fail(tx, head.id, outgoing.error, outgoing.hold);
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
  const { id, messageId, chatId, type, replyToWamid, refusals, mediaId } = head;
  if (head.hold !== null) moveToNow(tx, messageId, chatId, now);
  const job = { id, messageId, chatId, type, replyToWamid, refusals, hasFile: mediaId !== null };
  return { ...job, outgoing, startedAt: now };
}

function outgoingOf(db: Reader, head: QueueHead, now: number): OutgoingMessage | Impossible {
  const { type, callbackId } = head;
  const suppression = suppressionOf(db, head);
  if (suppression !== undefined) return { error: suppression, hold: null };
  const closed = windowRefusal(head, now);
  if (closed !== undefined) return closed;
  const address = addressOf(head);
  if (address === undefined) {
    return failure('There is neither a phone number nor a WhatsApp id for this person');
  }
  const content = contentOf(head);
  if (content === undefined || callbackId === null) {
    return failure('The message is stored incompletely and can’t be sent');
  }
  const quotes = type === 'reaction' ? null : head.replyToWamid;
  return { address, type, content, quotes, callbackId };
}

/** What Meta takes under the name of the type; a file by the id under which Meta has it. */
function contentOf({ payload, type, mediaId, metaMediaId }: QueueHead): Json | undefined {
  const content = fieldAt(parseJson(payload), type);
  if (mediaId === null) return content;
  if (type === 'template' && metaMediaId !== null) return withHeaderFile(content, metaMediaId);
  return isJsonObject(content) && metaMediaId !== null
    ? { id: metaMediaId, ...content }
    : undefined;
}

function failure(title: string): Impossible {
  return { error: { code: null, title, details: null }, hold: null };
}

/** A number wherever one is known: its answer and its statuses say the most. Source: meta-platform §3.3. */
function addressOf({ groupId, phone, waId, userId }: QueueHead): Address | undefined {
  if (groupId !== null) return { kind: 'group', groupId };
  if (phone !== null) return { kind: 'phone', phone: phone.startsWith('+') ? phone : `+${phone}` };
  if (waId !== null) return { kind: 'phone', phone: `+${waId}` };
  return userId === null ? undefined : { kind: 'user', userId };
}
