import type { Json } from './json.ts';
import { objectAt, textAt } from './json-fields.ts';
import { MESSAGE_TYPES } from './models/message.ts';
import type { MessageType } from './models/message.ts';

/**
 * The type under which a message is kept. An answer about being called is told like a call;
 * `unsupported` and whatever Meta adds later is `unknown`.
 */
export function messageTypeOf(payload: Json): MessageType {
  if (objectAt(objectAt(payload, 'interactive'), 'call_permission_reply') !== undefined) {
    return 'system';
  }
  const named = textAt(payload, 'type');
  return MESSAGE_TYPES.find((type) => type === named) ?? 'unknown';
}
