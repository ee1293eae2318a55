import { createHmac } from 'node:crypto';
import type { Json, JsonObject } from '#shared/json.ts';

/** The number and the app that deliveries of the tests are for. */
export const SHOP = {
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  displayPhoneNumber: '15550783881',
  appSecret: 'f1a6f4d0c9b84f0b8f0c7a3a7c5e2d11',
  verifyToken: 'casa-verde-says-hello',
  portfolioId: '506914307656634',
} as const;

export type Shop = {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhoneNumber: string;
};

/** What Meta shows of a person; leave out what it keeps to itself. */
export interface Person {
  readonly waId?: string;
  readonly bsuid?: string;
  readonly name?: string;
  readonly username?: string;
}

export const ANA: Person = { waId: '16505551234', bsuid: 'US.13491208655302741918', name: 'Ana' };

/** 2026-11-02 09:00 UTC, in the seconds of Meta's clock. */
export const MONDAY = 1_793_610_000;

let serial = 0;

/** A wamid that no other message has. */
export function newWamid(): string {
  serial += 1;
  return `wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQz${String(serial).padStart(12, '0')}AA==`;
}

/** A message as it stands in `messages`. Without a content, a text. */
export function message(person: Person, fields: JsonObject = {}): JsonObject {
  const hasType = fields['type'] !== undefined;
  return {
    ...(person.waId !== undefined && { from: person.waId }),
    ...(person.bsuid !== undefined && { from_user_id: person.bsuid }),
    id: newWamid(),
    timestamp: String(MONDAY),
    ...(!hasType && { type: 'text', text: { body: 'Is the shop open on Monday?' } }),
    ...fields,
  };
}

export function contact(person: Person): JsonObject {
  return {
    profile: {
      ...(person.name !== undefined && { name: person.name }),
      ...(person.username !== undefined && { username: person.username }),
    },
    ...(person.waId !== undefined && { wa_id: person.waId }),
    ...(person.bsuid !== undefined && { user_id: person.bsuid }),
  };
}

/** A status as it stands in `statuses`. */
export function status(wamid: string, name: string, fields: JsonObject = {}): JsonObject {
  return { id: wamid, status: name, timestamp: String(MONDAY), ...fields };
}

export function change(field: string, value: JsonObject): JsonObject {
  return { field, value };
}

/** A change of a message-type field, with the metadata that routes it. */
export function numberChange(field: string, value: JsonObject, shop: Shop = SHOP): JsonObject {
  return change(field, {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: shop.displayPhoneNumber,
      phone_number_id: shop.phoneNumberId,
    },
    ...value,
  });
}

export function messagesChange(
  people: readonly Person[],
  messages: readonly Json[],
  shop: Shop = SHOP,
): JsonObject {
  return numberChange('messages', { contacts: people.map(contact), messages }, shop);
}

export function statusesChange(statuses: readonly Json[], shop: Shop = SHOP): JsonObject {
  return numberChange('messages', { statuses }, shop);
}

/** The envelope around changes of one WhatsApp account. */
export function delivery(...changes: readonly Json[]): JsonObject {
  return { object: 'whatsapp_business_account', entry: [{ id: SHOP.wabaId, changes }] };
}

/** One message of one person, in its envelope. */
export function messageDelivery(person: Person, fields: JsonObject = {}): JsonObject {
  return delivery(messagesChange([person], [message(person, fields)]));
}

/** The value of `X-Hub-Signature-256` for these bytes. */
export function sign(body: string | Uint8Array, secret: string = SHOP.appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Sends a delivery as Meta does: signed, and as JSON. */
export function post(
  url: string,
  body: Json | string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const bytes =
    typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return fetch(url, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(bytes), ...headers },
  });
}
