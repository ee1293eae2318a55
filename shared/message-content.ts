import { readContactCards } from './content-cards.ts';
import { readFlowFields } from './content-flow.ts';
import { readInteractive } from './content-interactive.ts';
import { orderTotals, readOrder } from './content-order.ts';
import { readSystem } from './content-system.ts';
import { readTemplate } from './content-template.ts';
import { isJsonObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { fieldAt, numberAt, objectAt, textAt } from './json-fields.ts';
import type { MessageContent } from './models/message-content.ts';
import type { MessageType } from './models/message.ts';
import { unreachable } from './unreachable.ts';

type MediaType = Extract<MessageContent, { kind: 'media' }>['media'];

/**
 * What a message says, read from the message object as Meta sent it or from the body that was sent
 * to Meta. Never throws: whatever can't be read as its type says becomes `unknown` and is kept.
 * Source: meta-platform §1.3, §1.4, §2.4.
 */
export function readContent(type: MessageType, payload: Json): MessageContent {
  switch (type) {
    case 'text':
      return { kind: 'text', body: textAt(objectAt(payload, 'text'), 'body') ?? '' };
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return readMedia(type, payload);
    case 'location':
      return readLocation(payload);
    case 'contacts':
      return { kind: 'contacts', cards: readContactCards(payload) };
    case 'button':
      return readTemplateButton(payload);
    case 'interactive':
      return readInteractiveMessage(payload);
    case 'template':
      return readTemplate(payload);
    case 'order':
      return readOrder(payload);
    case 'reaction':
      return { kind: 'reaction', emoji: textAt(objectAt(payload, 'reaction'), 'emoji') ?? null };
    case 'system':
      return readSystem(payload);
    case 'unknown':
      return readUnknown(payload);
    default:
      return unreachable(type);
  }
}

/** The words of a message as a person would read them aloud, for lists, search and notifications. */
export function contentText(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
      return content.body;
    case 'media':
      return content.caption;
    case 'location':
      return content.name ?? content.address ?? '';
    case 'contacts':
      return content.cards.map((card) => card.name).join(', ');
    case 'answer':
      return content.title;
    case 'flow_answer':
      return content.fields.map((field) => `${field.name}: ${field.value}`).join(' · ');
    case 'interactive':
      return content.body;
    case 'template':
      return content.body === '' ? content.name : content.body;
    case 'order':
      return [orderTotals(content.items), content.note].filter(isPresent).join(' · ');
    case 'reaction':
      return content.emoji ?? '';
    case 'system':
      return content.body;
    case 'unsupported':
    case 'unknown':
      return '';
    default:
      return unreachable(content);
  }
}

function isPresent(text: string | null): text is string {
  return text !== null && text !== '';
}

function readMedia(media: MediaType, payload: Json): MessageContent {
  const file = objectAt(payload, media);
  return {
    kind: 'media',
    media,
    caption: textAt(file, 'caption') ?? '',
    filename: textAt(file, 'filename') ?? null,
    mimeType: textAt(file, 'mime_type') ?? null,
    isVoice: fieldAt(file, 'voice') === true,
    file: null,
  };
}

function readLocation(payload: Json): MessageContent {
  const location = objectAt(payload, 'location');
  const latitude = numberAt(location, 'latitude');
  const longitude = numberAt(location, 'longitude');
  if (latitude === undefined || longitude === undefined) return readUnknown(payload);
  return {
    kind: 'location',
    latitude,
    longitude,
    name: textAt(location, 'name') ?? null,
    address: textAt(location, 'address') ?? null,
  };
}

/** A tap on a template's quick reply. Source: meta-platform §2.4, `button`. */
function readTemplateButton(payload: Json): MessageContent {
  const button = objectAt(payload, 'button');
  const title = textAt(button, 'text') ?? textAt(button, 'payload') ?? '';
  return { kind: 'answer', title, description: null, payload: textAt(button, 'payload') ?? null };
}

function readInteractiveMessage(payload: Json): MessageContent {
  const interactive = objectAt(payload, 'interactive');
  if (interactive === undefined) return readUnknown(payload);
  if (objectAt(interactive, 'call_permission_reply') !== undefined) return readSystem(payload);
  const flow = objectAt(interactive, 'nfm_reply');
  if (flow !== undefined) return { kind: 'flow_answer', fields: readFlowFields(flow) };
  return readInteractive(interactive);
}

function readUnknown(payload: Json): MessageContent {
  const whatsappType = textAt(payload, 'type') ?? 'unknown';
  if (whatsappType === 'unsupported') {
    return {
      kind: 'unsupported',
      whatsappType: textAt(objectAt(payload, 'unsupported'), 'type') ?? null,
    };
  }
  const whole: JsonObject = isJsonObject(payload) ? payload : { value: payload };
  return { kind: 'unknown', whatsappType, payload: whole };
}
