import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { ChatId, MessageId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import type { Message } from '#shared/models/message.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Clock } from '../../clock.ts';
import { sendMessage } from '../../sending/compose.ts';
import { sendFile } from '../../sending/send-file.ts';
import { react } from '../../sending/react.ts';
import { findChat } from '../../store/chats.ts';
import { messageRecords } from '../../store/message-records.ts';
import type { MessageRecord } from '../../store/message-records.ts';
import { findMessage } from '../../store/messages.ts';
import { outboxState } from '../../store/outbox.ts';
import { knownMessageByWamid } from '../../store/outgoing.ts';
import type { KnownMessage } from '../../store/outgoing.ts';
import type { Reader, Store } from '../../store/store.ts';
import { chatFor } from '../addressee.ts';
import type { ChatOfAccount } from '../addressee.ts';
import { fileIn } from '../file-in-message.ts';
import { outgoingSchema } from '../outgoing-schema.ts';
import type { Outgoing } from '../outgoing-schema.ts';
import { pageOf, pageQuery } from '../page.ts';
import { Problem } from '../problem.ts';
import { noBody, noQuery, route } from '../route.ts';
import type { Route } from '../route.ts';
import { missing, rowId } from '../row-id.ts';
import { readThread } from '../thread-page.ts';
import {
  messageOnWire,
  messageSchema,
  messageWithOutboxOnWire,
  messageWithOutboxSchema,
} from '../wire/message.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

const edge = z.string().optional();

const threadQuery = pageQuery.extend({
  before: edge.describe('Only messages before this one (its id) or this time (ISO 8601)'),
  after: edge.describe('Only messages after this one (its id) or this time (ISO 8601)'),
});

const queuedSchema = z
  .object({ id: z.int(), chat_id: z.int(), status: z.literal('queued') })
  .meta({ id: 'QueuedMessage' });

export function messageRoutes(deps: Dependencies): readonly Route[] {
  const { store } = deps;
  return [
    route({
      method: 'GET',
      path: '/chats/{id}/messages',
      scope: 'read',
      summary: 'The messages of a chat, newest first',
      query: threadQuery,
      body: noBody,
      status: 200,
      answer: pageOf(messageSchema),
      takesIdempotencyKey: false,
      handle({ params, query }) {
        const chatId = asId<ChatId>(rowId(params, 'chat'));
        if (findChat(store, chatId) === undefined) throw missing('chat', chatId);
        const { before, after, cursor, limit } = query;
        const page = readThread(store, { chatId, before, after, cursor, limit });
        return {
          data: withRecords(store, page.messages, messageOnWire),
          next_cursor: page.nextCursor,
        };
      },
    }),
    route({
      method: 'POST',
      path: '/messages',
      scope: 'send',
      summary: 'Puts a message on its way; it is stored when this answers, and sent soon after',
      query: noQuery,
      body: outgoingSchema,
      status: 202,
      answer: queuedSchema,
      takesIdempotencyKey: true,
      handle({ body }) {
        const chat = chatFor(deps, body);
        return { id: queue(deps, chat, body), chat_id: chat.chatId, status: 'queued' as const };
      },
    }),
    route({
      method: 'GET',
      path: '/messages/{id}',
      scope: 'read',
      summary: 'A message and what became of it',
      query: noQuery,
      body: noBody,
      status: 200,
      answer: messageWithOutboxSchema,
      takesIdempotencyKey: false,
      handle({ params }) {
        const id = asId<MessageId>(rowId(params, 'message'));
        const message = findMessage(store, id);
        const record = messageRecords(store, [id]).get(id);
        if (message === undefined || record === undefined) throw missing('message', id);
        return messageWithOutboxOnWire(message, record, outboxState(store, id));
      },
    }),
  ];
}

function queue(deps: Dependencies, chat: ChatOfAccount, body: Outgoing): MessageId {
  if (body.type === 'reaction') {
    const { message_id: wamid, emoji } = body.reaction;
    return react(deps, { messageId: messageInChat(deps.store, chat, wamid).id, emoji });
  }
  const quoted = body.context?.message_id;
  if (quoted !== undefined) messageInChat(deps.store, chat, quoted);
  const { chatId } = chat;
  const file = fileIn(body);
  if (file !== undefined) return sendFile(deps, { chatId, ...file, replyToWamid: quoted ?? null });
  const content = contentOf(body);
  return sendMessage(deps, { chatId, type: body.type, content, replyToWamid: quoted ?? null });
}

function contentOf(body: Exclude<Outgoing, { type: 'reaction' }>): Json {
  switch (body.type) {
    case 'text':
      return body.text;
    case 'location':
      return body.location;
    case 'contacts':
      return body.contacts;
    case 'interactive':
      return body.interactive;
    case 'template':
      return body.template;
    case 'image':
      return body.image;
    case 'video':
      return body.video;
    case 'audio':
      return body.audio;
    case 'document':
      return body.document;
    case 'sticker':
      return body.sticker;
    default:
      return unreachable(body);
  }
}

function messageInChat(
  db: Reader,
  { chatId, accountId }: ChatOfAccount,
  wamid: string,
): KnownMessage {
  const message = knownMessageByWamid(db, accountId, wamid);
  if (message?.chatId === chatId) return message;
  throw new Problem('not_found', `There is no message ${wamid} in chat ${chatId}.`);
}

function withRecords<OnWire>(
  db: Reader,
  messages: readonly Message[],
  onWire: (message: Message, record: MessageRecord) => OnWire,
): OnWire[] {
  const ids = messages.map(({ id }) => id);
  const records = messageRecords(db, ids);
  return messages.flatMap((message) => {
    const record = records.get(message.id);
    return record === undefined ? [] : [onWire(message, record)];
  });
}
