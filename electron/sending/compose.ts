import { randomUUID } from 'node:crypto';
import { FrontdeskError } from '#shared/errors.ts';
import type { AccountId, ChatId, MediaId, MessageId } from '#shared/ids.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { contentText, readContent } from '#shared/message-content.ts';
import type { MessageType } from '#shared/models/message.ts';
import type { Clock } from '../clock.ts';
import { insertMessage } from '../store/message-insert.ts';
import { enqueue } from '../store/outbox.ts';
import { clearDraft, knownMessage, knownMessageByWamid } from '../store/outgoing.ts';
import type { Store, WriteTx } from '../store/store.ts';
import { checkedContent } from './checked-content.ts';
import { chatForWriting } from './may-write.ts';
import { refreshOwnReaction } from './own-reaction.ts';
import { templateWords } from './template-words.ts';

export interface Composing {
  readonly store: Store;
  readonly clock: Clock;
}

/** The kinds of message that a business can send. Source: meta-platform §1.3. */
export type OutgoingType = Exclude<MessageType, 'button' | 'order' | 'system' | 'unknown'>;

/** A message as a program writes it. */
export interface NewOutgoing {
  readonly chatId: ChatId;
  readonly type: OutgoingType;
  /** What the Cloud API takes under the name of the type. */
  readonly content: Json;
  /** The wamid of the message that this one quotes. */
  readonly replyToWamid: string | null;
  /** The file that goes with it. Meta's id of it is put into the content when it leaves. */
  readonly mediaId?: MediaId;
}

/**
 * Puts a message on its way: it is in the thread and in the outbox when this returns, and the
 * sender takes it from there. Throws FrontdeskError as `chatForWriting` does, or `bad_input`,
 * `message_too_long`, `not_found`; then nothing was stored.
 */
export function sendMessage(deps: Composing, message: NewOutgoing): MessageId {
  return deps.store.write((tx) => queueMessage(tx, message, deps.clock()));
}

/** What the owner typed. Takes the chat's draft away in the same moment. */
export function sendText(
  deps: Composing,
  text: {
    readonly chatId: ChatId;
    readonly body: string;
    readonly replyTo: MessageId | null;
    /** How long it waits before it leaves, so that the owner can take it back. */
    readonly delayMs?: number;
  },
): MessageId {
  const { chatId, body, replyTo, delayMs = 0 } = text;
  return deps.store.write((tx) => {
    const replyToWamid = replyTo === null ? null : wamidToQuote(tx, chatId, replyTo);
    const message = { chatId, type: 'text', content: textContent(body), replyToWamid } as const;
    const id = queueMessage(tx, message, deps.clock(), delayMs);
    clearDraft(tx, chatId);
    return id;
  });
}

/** A text as the Cloud API takes it, with a preview of the link that is in it. */
export function textContent(body: string): JsonObject {
  return { body, ...(/https?:\/\//i.test(body) && { preview_url: true }) };
}

/** The shared way of all messages into the outbox, inside the caller's transaction. */
export function queueMessage(
  tx: WriteTx,
  message: NewOutgoing,
  now: number,
  delayMs = 0,
): MessageId {
  const { chatId, type } = message;
  const content = checkedContent(type, message.content);
  const { accountId } = chatForWriting(tx, chatId, { type, content }, now);
  return putInOutbox(tx, { ...message, content }, accountId, now, delayMs);
}

/** Stores a message that was checked before, and queues it. */
export function putInOutbox(
  tx: WriteTx,
  message: NewOutgoing,
  accountId: AccountId,
  now: number,
  delayMs = 0,
): MessageId {
  const { chatId, type, content } = message;
  const target = type === 'reaction' ? reactionTarget(tx, message, accountId) : null;
  const payload: JsonObject = { type, [type]: content, ...templateWords(tx, accountId, message) };
  const id = insertMessage(tx, {
    conversation_id: chatId,
    account_id: accountId,
    wamid: null,
    direction: 'outbound',
    origin: 'frontdesk',
    type,
    body: contentText(readContent(type, payload)),
    payload: JSON.stringify(payload),
    status: 'queued',
    error_code: null,
    error_title: null,
    error_details: null,
    reply_to_wamid: target ?? message.replyToWamid,
    media_id: message.mediaId ?? null,
    sender_contact_id: null,
    callback_id: randomUUID(),
    timestamp: now,
    is_notable: 0,
    is_forwarded: 0,
    created_at: now,
  });
  if (id === undefined) throw new Error('A random callback id came up twice.');
  enqueue(tx, { messageId: id, chatId, accountId }, now, now + delayMs);
  refreshOwnReaction(tx, { accountId, type, replyToWamid: target });
  return id;
}

function reactionTarget(
  tx: WriteTx,
  { chatId, content }: NewOutgoing,
  accountId: AccountId,
): string {
  const wamid = textAt(content, 'message_id');
  const target = wamid === undefined ? undefined : knownMessageByWamid(tx, accountId, wamid);
  if (target === undefined || wamid === undefined || target.chatId !== chatId) {
    throw new FrontdeskError(
      'not_found',
      'The message to react to is not in this chat. Look for it again and try once more.',
    );
  }
  return wamid;
}

/** Throws FrontdeskError `not_found`, or `conflict` while it has not left. */
export function wamidToQuote(tx: WriteTx, chatId: ChatId, id: MessageId): string {
  const quoted = knownMessage(tx, id);
  if (quoted === undefined || quoted.chatId !== chatId) {
    throw new FrontdeskError('not_found', 'The message you answer is not in this chat any more.');
  }
  if (quoted.wamid === null) {
    throw new FrontdeskError(
      'conflict',
      'The message you answer has not left yet, so it can’t be quoted. Wait until it is sent.',
    );
  }
  return quoted.wamid;
}
