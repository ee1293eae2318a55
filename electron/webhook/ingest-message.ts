import type { ChatId, ContactId, MediaId } from '#shared/ids.ts';
import { settleStatus } from '../store/message-status.ts';
import { fieldAt, objectAt, textAt } from '#shared/json-fields.ts';
import { contentText, readContent } from '#shared/message-content.ts';
import type { MessageOrigin, MessageStatus } from '#shared/models/message.ts';
import { joinPeople, namesSomebody, resolvePerson } from '../people/identity.ts';
import type { PersonHint } from '../people/identity.ts';
import {
  ensureChat,
  ensureGroupChat,
  isUnseen,
  markReadUpTo,
  noteReferral,
  openWindow,
  reopen,
} from '../store/conversations.ts';
import { noteNoUsername } from '../store/identities.ts';
import { wantMedia } from '../store/media.ts';
import { personalChatOf, replaceLesserCopy } from '../store/message-copy.ts';
import { insertMessage } from '../store/message-insert.ts';
import type { NewMessage } from '../store/message-insert.ts';
import { deriveReaction, reactionActor } from '../store/reactions.ts';
import { applyRevisions } from '../store/revisions.ts';
import type { WriteTx } from '../store/store.ts';
import { toFlag } from '../store/tables.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import { ingestConsent } from './ingest-consent.ts';
import { idAt } from './payload-fields.ts';
import type { MessageUpdate, Via } from './update.ts';
import { opensWindow } from './window-openers.ts';

const ORIGIN: Readonly<Record<Via, MessageOrigin>> = {
  live: 'customer',
  standby: 'standby',
  history: 'history',
  phone_echo: 'phone',
  other_echo: 'phone',
};

/** Stores a message of the customer's, or one of ours that was not sent from here. */
export function ingestMessage(
  tx: WriteTx,
  update: MessageUpdate,
  route: WebhookRoute,
  arrival: Arrival,
): void {
  const thread = joinWithCopy(tx, update, route, arrival, findThread(tx, update, route, arrival));
  const message = toMessage(tx, update, route, thread, arrival);
  const id = insertMessage(tx, message) ?? replaceLesserCopy(tx, message);
  if (id === undefined) return;
  if (message.is_notable === 1 && isUnseen(tx, thread.chatId, update.at)) {
    reopen(tx, thread.chatId);
    tx.note({ kind: 'message_arrived', chatId: thread.chatId, messageId: id });
  }
  if (opensWindow(update)) openWindow(tx, thread.chatId, update.at);
  const { chatId, contactId } = thread;
  if (contactId !== null && update.direction === 'inbound') {
    ingestConsent(tx, update, { chatId, contactId }, arrival.now);
  }
  const referral = objectAt(update.payload, 'referral');
  if (referral !== undefined) noteReferral(tx, thread.chatId, JSON.stringify(referral), update.at);
  if (update.direction === 'outbound') settleStatus(tx, id);
  if (message.type === 'reaction') deriveReactionOf(tx, message);
  else if (update.via === 'phone_echo') markReadUpTo(tx, thread.chatId, update.at);
  applyRevisions(tx, route.accountId, update.wamid);
}

interface Thread {
  readonly chatId: ChatId;
  /** The person at the other end; null in groups. */
  readonly contactId: ContactId | null;
  /** Set only in groups. */
  readonly senderId: ContactId | null;
}

function findThread(
  tx: WriteTx,
  { person, groupId, direction, at }: MessageUpdate,
  { accountId, scope }: WebhookRoute,
  { now }: Arrival,
): Thread {
  if (groupId === null) {
    const contactId = resolvePerson(tx, person, scope, { at, now });
    if (direction === 'inbound') heedLostUsername(tx, contactId, person, at);
    return { chatId: ensureChat(tx, accountId, contactId, now), contactId, senderId: null };
  }
  const isTheirs = direction === 'inbound' && namesSomebody(person);
  const senderId = isTheirs ? resolvePerson(tx, person, scope, { at, now }) : null;
  if (senderId !== null) heedLostUsername(tx, senderId, person, at);
  return { chatId: ensureGroupChat(tx, accountId, groupId, now), contactId: null, senderId };
}

/** Whoever writes without a username has none any more. Source: meta-platform §3.2. */
function heedLostUsername(tx: WriteTx, id: ContactId, person: PersonHint, at: number): void {
  if (person.hasNoUsername === true) noteNoUsername(tx, id, at);
}

/**
 * A message that stands in somebody else's thread already came there by another of its author's
 * ids (history knows phones, live messages may show user ids only): the two are one person.
 */
function joinWithCopy(
  tx: WriteTx,
  { wamid, at }: MessageUpdate,
  { accountId }: WebhookRoute,
  { now }: Arrival,
  thread: Thread,
): Thread {
  const copy = personalChatOf(tx, accountId, wamid);
  if (copy === undefined || thread.contactId === null || copy.contactId === thread.contactId) {
    return thread;
  }
  const contactId = joinPeople(tx, copy.contactId, thread.contactId, { at, now });
  return { ...thread, chatId: ensureChat(tx, accountId, contactId, now), contactId };
}

function toMessage(
  tx: WriteTx,
  update: MessageUpdate,
  { accountId }: WebhookRoute,
  thread: Thread,
  arrival: Arrival,
): NewMessage {
  const { type, payload, via, direction } = update;
  const context = objectAt(payload, 'context');
  const quoted =
    type === 'reaction' ? idAt(objectAt(payload, 'reaction'), 'message_id') : idAt(context, 'id');
  const isForwarded =
    fieldAt(context, 'forwarded') === true || fieldAt(context, 'frequently_forwarded') === true;
  const isNotable =
    via === 'live' && direction === 'inbound' && type !== 'reaction' && type !== 'system';
  return {
    conversation_id: thread.chatId,
    account_id: accountId,
    wamid: update.wamid,
    direction,
    origin: ORIGIN[via],
    type,
    body: contentText(readContent(type, payload)),
    payload: JSON.stringify(payload),
    status: direction === 'inbound' ? 'received' : outboundStatus(update),
    error_code: null,
    error_title: null,
    error_details: null,
    reply_to_wamid: quoted ?? null,
    media_id: mediaOf(tx, update, accountId, arrival),
    sender_contact_id: thread.senderId,
    callback_id: null,
    timestamp: update.at,
    is_notable: toFlag(isNotable),
    is_forwarded: toFlag(isForwarded),
    created_at: arrival.now,
  };
}

const HISTORY_STATUS: ReadonlyMap<string, MessageStatus> = new Map([
  ['PENDING', 'accepted'],
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'played'],
  ['ERROR', 'failed'],
]);

/** What was sent elsewhere has left it, or there would be no word of it. */
function outboundStatus({ historyStatus }: MessageUpdate): MessageStatus {
  return HISTORY_STATUS.get(historyStatus?.toUpperCase() ?? '') ?? 'sent';
}

/** How long Meta keeps a file. Source: meta-platform §1.7. */
const MEDIA_KEPT_MS = 7 * 24 * 3_600_000;

const WITH_MEDIA: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'document', 'sticker']);

function mediaOf(
  tx: WriteTx,
  { type, payload, via, at }: MessageUpdate,
  accountId: WebhookRoute['accountId'],
  { receivedAt, now }: Arrival,
): MediaId | null {
  if (!WITH_MEDIA.has(type)) return null;
  const file = objectAt(payload, type);
  const metaMediaId = idAt(file, 'id');
  if (metaMediaId === undefined) return null;
  // Old files get a new id when history is handed over, so theirs counts from then.
  const since = via === 'history' ? Math.max(at, receivedAt) : at;
  return wantMedia(
    tx,
    {
      accountId,
      metaMediaId,
      mimeType: textAt(file, 'mime_type') ?? null,
      filename: textAt(file, 'filename') ?? null,
      sha256: textAt(file, 'sha256') ?? null,
      isVoice: fieldAt(file, 'voice') === true,
      expiresAt: since + MEDIA_KEPT_MS,
    },
    now,
  );
}

function deriveReactionOf(tx: WriteTx, reaction: NewMessage): void {
  if (reaction.reply_to_wamid === null) return;
  deriveReaction(tx, {
    accountId: reaction.account_id,
    targetWamid: reaction.reply_to_wamid,
    actor: reactionActor(reaction.direction, reaction.sender_contact_id),
  });
}
