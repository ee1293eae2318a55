import type { JsonObject } from '#shared/json.ts';
import type { PracticeNumber } from './model.ts';
import type { Person } from './people.ts';
import { metadata } from './webhook-body.ts';

/** Message content in Meta's webhook shape: `{type: 'text', text: {body: '…'}}` and so on. */
export type InboundContent = { readonly type: string } & JsonObject;

/** The `messages` value of something a person wrote. Source: meta-platform §2.4, §3.2. */
export function inboundValue(
  number: PracticeNumber,
  person: Person,
  message: JsonObject,
): JsonObject {
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(number),
    contacts: [contactOf(person)],
    messages: [message],
  };
}

/** Source: meta-platform §2.3, §7.6. */
export function preferenceValue(
  number: PracticeNumber,
  person: Person,
  value: 'stop' | 'resume',
  atMs: number,
): JsonObject {
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(number),
    contacts: [contactOf(person)],
    user_preferences: [
      {
        ...(person.sharesPhone && { wa_id: person.waId }),
        user_id: person.bsuid,
        detail: `User requested to ${value} marketing messages`,
        category: 'marketing_messages',
        value,
        timestamp: Math.floor(atMs / 1_000),
      },
    ],
  };
}

export function inboundMessage(
  person: Person,
  wamid: string,
  atMs: number,
  content: InboundContent,
): JsonObject {
  return {
    ...(person.sharesPhone && { from: person.waId }),
    from_user_id: person.bsuid,
    id: wamid,
    timestamp: unixSeconds(atMs),
    ...content,
  };
}

/** Absent fields are left out, never empty. Source: meta-platform §3.1. */
export function contactOf(
  person: Person,
  { showsUsername }: { showsUsername: boolean } = { showsUsername: true },
): JsonObject {
  return {
    profile: {
      name: person.name,
      ...(showsUsername && person.username !== undefined && { username: person.username }),
    },
    ...(person.sharesPhone && { wa_id: person.waId }),
    user_id: person.bsuid,
  };
}

export function unixSeconds(ms: number): string {
  return String(Math.floor(ms / 1_000));
}
