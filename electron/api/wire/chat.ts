import { z } from 'zod';
import type { Chat } from '#shared/models/chat.ts';
import { MESSAGE_STATUSES, MESSAGE_TYPES } from '#shared/models/message.ts';
import { timeOrNull, timeSchema } from './time.ts';

export const chatSchema = z
  .object({
    id: z.int(),
    account_id: z.int(),
    contact: z.object({
      id: z.int(),
      name: z.string(),
      phone: z.string().nullable().describe('E.164 with +; null for people known by their bsuid'),
      username: z.string().nullable(),
      bsuid: z.string().nullable(),
      labels: z.array(z.string()).describe('Names; of the person, and of this chat alone'),
      opted_out: z.boolean(),
      blocked: z.boolean(),
    }),
    last_message: z
      .object({
        id: z.int(),
        direction: z.enum(['inbound', 'outbound']),
        type: z.enum(MESSAGE_TYPES),
        text: z.string().describe('The beginning of it'),
        status: z.enum(MESSAGE_STATUSES),
      })
      .nullable(),
    last_message_at: timeSchema.nullable(),
    unread_count: z.int(),
    resolved: z.boolean(),
    window_expires_at: timeSchema
      .nullable()
      .describe('Until then free-form messages may be sent; null if the customer never wrote'),
  })
  .meta({ id: 'Chat' });

export function chatOnWire(chat: Chat): z.output<typeof chatSchema> {
  const { contact, preview } = chat;
  return {
    id: chat.id,
    account_id: chat.accountId,
    contact: {
      id: contact.id,
      name: contact.name,
      phone: contact.phone,
      username: contact.username,
      bsuid: contact.bsuid,
      labels: chat.labels.map(({ name }) => name),
      opted_out: contact.optedOut,
      blocked: contact.isBlocked,
    },
    last_message: preview && {
      id: preview.messageId,
      direction: preview.direction,
      type: preview.type,
      text: preview.text,
      status: preview.status,
    },
    last_message_at: timeOrNull(chat.lastMessageAt),
    unread_count: chat.unreadCount,
    resolved: chat.isResolved,
    window_expires_at: timeOrNull(chat.windowExpiresAt),
  };
}
