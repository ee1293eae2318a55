import type { Json } from './json.ts';
import { objectAt, textAt } from './json-fields.ts';
import type { MessageContent, SystemEvent } from './models/message-content.ts';

type SystemContent = Extract<MessageContent, { kind: 'system' }>;

const EVENTS: ReadonlyMap<string, SystemEvent> = new Map([
  ['user_changed_number', 'number_changed'],
  ['user_changed_user_id', 'number_changed'],
  ['customer_identity_changed', 'identity_changed'],
  ['user_identity_changed', 'identity_changed'],
]);

const WORDS: Readonly<Record<SystemEvent, string>> = {
  number_changed: 'Changed their WhatsApp number',
  identity_changed: 'Their security code has changed',
  call: 'Missed call',
  call_permission: 'Answered the request to call them',
  other: 'WhatsApp reported a change',
};

/** What WhatsApp says about a person, a missed call, or an answer about being called. Source: meta-platform §2.4. */
export function readSystem(payload: Json): SystemContent {
  const permission = objectAt(objectAt(payload, 'interactive'), 'call_permission_reply');
  if (permission !== undefined) {
    return { kind: 'system', event: 'call_permission', body: permissionInWords(permission) };
  }
  if (objectAt(payload, 'call') !== undefined) return inWords('call', undefined);
  const system = objectAt(payload, 'system');
  const event = EVENTS.get(textAt(system, 'type') ?? '') ?? 'other';
  return inWords(event, textAt(system, 'body'));
}

function inWords(event: SystemEvent, body: string | undefined): SystemContent {
  return { kind: 'system', event, body: body ?? WORDS[event] };
}

function permissionInWords(permission: Json): string {
  const response = textAt(permission, 'response');
  if (response === 'accept') return 'Allowed you to call them';
  if (response === 'reject') return 'Does not want to be called';
  return WORDS.call_permission;
}
