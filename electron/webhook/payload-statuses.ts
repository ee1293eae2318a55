import type { Json } from '#shared/json.ts';
import { listAt, numberAt, objectAt, textAt } from '#shared/json-fields.ts';
import { namesSomebody } from '../people/identity.ts';
import type { PersonHint } from '../people/identity.ts';
import {
  MalformedUpdateError,
  NOBODY,
  completeFrom,
  idAt,
  requireId,
  requireTime,
  waIdAt,
} from './payload-fields.ts';
import type { Item } from './payload-item.ts';
import type { Update } from './update.ts';

/** Source: meta-platform §2.5, §2.6. */
export function readStatus({ item, change, path, contacts }: Item): Update {
  const status = textAt(item, 'status');
  if (status === undefined) throw new MalformedUpdateError('It does not say which status.');
  const isGroup = textAt(item, 'recipient_type') === 'group';
  const error = listAt(item, 'errors')[0];
  return {
    kind: 'status',
    path,
    number: change.number,
    wamid: requireId(item, 'id'),
    status,
    at: requireTime(item, 'timestamp'),
    recipient: isGroup ? participantOf(item) : '',
    person: isGroup ? null : recipientOf(item, contacts),
    callbackId: textAt(item, 'biz_opaque_callback_data') ?? null,
    errorCode: numberAt(error, 'code') ?? null,
    errorTitle: textAt(error, 'title') ?? textAt(error, 'message') ?? null,
    errorDetails:
      textAt(objectAt(error, 'error_data'), 'details') ?? textAt(error, 'message') ?? null,
    pricing: objectAt(item, 'pricing') ?? null,
    conversation: objectAt(item, 'conversation') ?? null,
  };
}

function participantOf(status: Json): string {
  return (
    idAt(status, 'recipient_participant_user_id') ?? idAt(status, 'recipient_participant_id') ?? ''
  );
}

/**
 * Only a status that comes with `contacts` is sure to name one person by all its ids; the phone a
 * message was sent to may not be the one WhatsApp knows. Source: meta-platform §3.2.
 */
function recipientOf(status: Json, contacts: readonly PersonHint[]): PersonHint | null {
  if (contacts.length === 0) return null;
  const person = completeFrom(contacts, {
    ...NOBODY,
    bsuid: idAt(status, 'recipient_user_id') ?? null,
    parentBsuid: idAt(status, 'recipient_parent_user_id') ?? null,
    waId: waIdAt(status, 'recipient_id'),
  });
  return namesSomebody(person) ? person : null;
}
