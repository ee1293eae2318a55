import type { Json, JsonObject } from './json.ts';
import { listAt, objectAt, textAt } from './json-fields.ts';
import { readContent } from './message-content.ts';
import type { MessageType } from './models/message.ts';
import type { CheckedType } from './outgoing/content.ts';
import { OUTGOING_LIMITS } from './outgoing/limits.ts';

/** The kinds that can be given on to somebody else. Files are not among them yet. */
export const FORWARDED_TYPES: readonly MessageType[] = ['text', 'location', 'contacts'];

export function canForward(message: {
  readonly type: MessageType;
  readonly isDeleted: boolean;
}): boolean {
  return FORWARDED_TYPES.includes(message.type) && !message.isDeleted;
}

export interface Forwarded {
  readonly type: CheckedType;
  readonly content: Json;
}

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
