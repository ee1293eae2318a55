import { z } from 'zod';
import type { Json, JsonObject } from '#shared/json.ts';
import { fieldAt, isJsonList, objectAt } from '#shared/json-fields.ts';
import { MESSAGE_STATUSES, MESSAGE_TYPES } from '#shared/models/message.ts';
import type { Message } from '#shared/models/message.ts';
import type { MediaRecord, MessageRecord } from '../../store/message-records.ts';
import type { OutboxEntry } from '../../store/outbox.ts';
import { time, timeOrNull, timeSchema } from './time.ts';

/** An object of the Cloud API, handed on as it is. */
const cloudObject = z.record(z.string(), z.unknown());

const fields = z.object({
  id: z.int(),
  wamid: z.string().nullable().describe('Meta’s id; null until Meta has accepted the message'),
  chat_id: z.int(),
  direction: z.enum(['inbound', 'outbound']),
  type: z.enum(MESSAGE_TYPES),
  text: z.string(),
  media: z
    .object({
      id: z.int(),
      state: z.enum(['wanted', 'present', 'failed', 'expired']),
      mime_type: z.string().nullable(),
      filename: z.string().nullable(),
      sha256: z.string().nullable(),
      bytes: z.int().nullable(),
    })
    .nullable(),
  location: cloudObject.nullable(),
  contacts: z.array(z.unknown()).nullable(),
  interactive: cloudObject.nullable().describe('Also what a tap on a button or a list row sent'),
  template: cloudObject.nullable(),
  order: cloudObject.nullable(),
  reply_to_wamid: z.string().nullable(),
  reactions: z.array(z.object({ actor: z.string(), emoji: z.string() })),
  status: z.enum(MESSAGE_STATUSES),
  statuses: z.array(z.object({ status: z.string(), at: timeSchema })),
  error: z.object({ code: z.int().nullable(), title: z.string(), advice: z.string() }).nullable(),
  timestamp: timeSchema,
  campaign_id: z.int().nullable(),
});

export const messageSchema = fields.meta({ id: 'Message' });

export const messageWithOutboxSchema = fields
  .extend({
    attempts: z.int().describe('How often Frontdesk has tried to send it'),
    next_attempt_at: timeSchema.nullable(),
  })
  .meta({ id: 'MessageWithOutbox' });

export function messageOnWire(
  message: Message,
  { payload, media, statuses }: MessageRecord,
): z.output<typeof messageSchema> {
  return {
    id: message.id,
    wamid: message.wamid,
    chat_id: message.chatId,
    direction: message.direction,
    type: message.type,
    text: message.text,
    media: media && mediaOnWire(media),
    location: objectAt(payload, 'location') ?? null,
    contacts: contactsIn(payload),
    interactive: objectAt(payload, 'interactive') ?? buttonIn(payload),
    template: objectAt(payload, 'template') ?? null,
    order: objectAt(payload, 'order') ?? null,
    reply_to_wamid: message.quote?.wamid ?? null,
    reactions: message.reactions.map(({ actor, emoji }) => ({ actor, emoji })),
    status: message.status,
    statuses: statuses.map(({ status, at }) => ({ status, at: time(at) })),
    error: message.error && { ...message.error },
    timestamp: time(message.timestamp),
    // Campaigns come later; until then no message belongs to one.
    campaign_id: null,
  };
}

export function messageWithOutboxOnWire(
  message: Message,
  record: MessageRecord,
  /** Undefined for what Frontdesk did not send itself. */
  outbox: OutboxEntry | undefined,
): z.output<typeof messageWithOutboxSchema> {
  return {
    ...messageOnWire(message, record),
    attempts: outbox?.attempts ?? 0,
    next_attempt_at: timeOrNull(outbox?.nextAttemptAt ?? null),
  };
}

function mediaOnWire(media: MediaRecord): z.output<typeof messageSchema>['media'] {
  const { id, state, filename, sha256, bytes } = media;
  return { id, state, mime_type: media.mimeType, filename, sha256, bytes };
}

function contactsIn(payload: Json): Json[] | null {
  const contacts = fieldAt(payload, 'contacts');
  return isJsonList(contacts) ? [...contacts] : null;
}

/** A template's quick reply arrives as `button`, beside `interactive` for all other taps. */
function buttonIn(payload: Json): JsonObject | null {
  const button = objectAt(payload, 'button');
  return button === undefined ? null : { type: 'button', button };
}
