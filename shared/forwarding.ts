import type { Json, JsonObject } from './json.ts';
import { listAt, objectAt, textAt } from './json-fields.ts';
import { readContent } from './message-content.ts';
import type { MessageContent } from './models/message-content.ts';
import type { Message, MessageType } from './models/message.ts';
import { OUTGOING_LIMITS } from './outgoing/limits.ts';

/** Whether a message can be given on to somebody else. A file has to be on this computer. */
export function canForward({
  content,
  isDeleted,
}: Pick<Message, 'content' | 'isDeleted'>): boolean {
  if (isDeleted) return false;
  if (content.kind === 'media') return content.file?.state === 'present';
  return content.kind === 'text' || content.kind === 'location' || content.kind === 'contacts';
}

export interface Forwarded {
  readonly type: 'text' | 'location' | 'contacts' | Media['media'];
  /** Without the id of the file, where it is one. */
  readonly content: Json;
}

type Media = Extract<MessageContent, { kind: 'media' }>;

/**
 * What is sent to give a message on, in order: many contact cards go out in several messages.
 * Nothing for what cannot be given on.
 *
 * @param text the message's words as they are now, after an edit
 */
export function forwardedContents(type: MessageType, payload: Json, text: string): Forwarded[] {
  const content = readContent(type, payload);
  if (content.kind === 'text') return [{ type: 'text', content: { body: text } }];
  if (content.kind === 'location') {
    const { latitude, longitude, name, address } = content;
    const words = { ...(name !== null && { name }), ...(address !== null && { address }) };
    return [{ type: 'location', content: { latitude, longitude, ...words } }];
  }
  if (content.kind === 'media') return [{ type: content.media, content: fileToSend(content) }];
  if (content.kind !== 'contacts') return [];
  const cards = listAt(payload, 'contacts').map((card, index) =>
    cardToSend(card, content.cards[index]?.name ?? ''),
  );
  const messages: Forwarded[] = [];
  for (let from = 0; from < cards.length; from += OUTGOING_LIMITS.cards) {
    const some = cards.slice(from, from + OUTGOING_LIMITS.cards);
    messages.push({ type: 'contacts', content: some });
  }
  return messages;
}

/** Its name goes along with a document only: Meta takes one nowhere else. */
function fileToSend({ media, caption, filename, isVoice }: Media): JsonObject {
  return {
    ...(caption !== '' && { caption }),
    ...(media === 'document' && filename !== null && { filename }),
    ...(media === 'audio' && isVoice && { voice: true }),
  };
}

const NAME = ['formatted_name', 'first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];
const LISTS: readonly (readonly [key: string, fields: readonly string[]])[] = [
  ['phones', ['phone', 'type', 'wa_id']],
  ['emails', ['email', 'type']],
  ['urls', ['url', 'type']],
  ['addresses', ['street', 'city', 'state', 'zip', 'country', 'country_code', 'type']],
];

/** A card as it came, less what Meta does not take from a business. */
function cardToSend(card: Json, shown: string): JsonObject {
  const lists = LISTS.map(([key, fields]): [string, Json] => [
    key,
    listAt(card, key).map((item) => texts(item, fields)),
  ]);
  const org = texts(objectAt(card, 'org'), ['company', 'department', 'title']);
  return {
    name: nameToSend(card, shown),
    ...Object.fromEntries(lists.filter(([key]) => listAt(card, key).length > 0)),
    ...(Object.keys(org).length > 0 && { org }),
    ...texts(card, ['birthday']),
  };
}

/** Meta wants one part of a name beside the whole, also where the customer's card had none. */
function nameToSend(card: Json, shown: string): JsonObject {
  const parts = texts(objectAt(card, 'name'), NAME);
  const whole = parts['formatted_name'] ?? shown;
  const hasPart = Object.keys(parts).some((key) => key !== 'formatted_name');
  return { ...parts, formatted_name: whole, ...(!hasPart && { first_name: whole }) };
}

function texts(value: Json | undefined, keys: readonly string[]): Record<string, string> {
  const found = keys.map((key) => [key, textAt(value, key)] as const);
  return Object.fromEntries(
    found.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );
}
