import type { Json, JsonObject } from '#shared/json.ts';
import { fieldAt, listAt, objectAt, textAt } from '#shared/json-fields.ts';
import { messageTypeOf } from '#shared/message-type.ts';
import type { PersonHint } from '../people/identity.ts';
import { namesSomebody } from '../people/identity.ts';
import { readAccountChange } from './payload-account.ts';
import {
  MalformedUpdateError,
  NOBODY,
  completeFrom,
  idAt,
  requireId,
  requireTime,
  waIdAt,
} from './payload-fields.ts';
import { eachItem } from './payload-item.ts';
import type { Change, Item } from './payload-item.ts';
import { readRevision } from './payload-revision.ts';
import { readStatus } from './payload-statuses.ts';
import { readIdentityChange } from './payload-system.ts';
import type { Update, Via } from './update.ts';

/** The `messages` value, or the same thing one level deeper. Source: meta-platform §2.2, §2.4. */
export function* readMessages(
  change: Change,
  via: Via,
  value: JsonObject = change.value,
): Generator<Update, void> {
  yield* eachItem(change, 'messages', (item) => readMessage(item, via), value);
  yield* eachItem(change, 'statuses', readStatus, value);
  for (const key of ['errors', 'user_actions']) {
    if (listAt(value, key).length === 0) continue;
    yield readAccountChange({
      ...change,
      field: `messages.${key}`,
      value: { [key]: listAt(value, key) },
    });
  }
}

/** One message of a customer's. */
export function readMessage(item: Item, via: Via): Update {
  const { item: message, path, contacts } = item;
  const { number } = item.change;
  const whatsappType = textAt(message, 'type');
  if (whatsappType === 'request_welcome') return { kind: 'ignored', path };
  if (whatsappType === 'edit' || whatsappType === 'revoke') return readRevision(item, whatsappType);
  const changed = whatsappType === 'system' ? readIdentityChange(item) : undefined;
  if (changed !== undefined) return changed;
  const person = withSharedPhone(message, completeFrom(contacts, senderOf(message)));
  if (!namesSomebody(person)) throw new MalformedUpdateError('It does not say who wrote it.');
  const type = messageTypeOf(message);
  if (type === 'reaction') requireId(objectAt(message, 'reaction') ?? {}, 'message_id');
  return {
    kind: 'message',
    path,
    number,
    via,
    direction: 'inbound',
    wamid: requireId(message, 'id'),
    at: requireTime(message, 'timestamp'),
    person,
    groupId: idAt(message, 'group_id') ?? null,
    type,
    payload: message,
    historyStatus: null,
  };
}

export function senderOf(message: Json): PersonHint {
  return {
    ...NOBODY,
    bsuid: idAt(message, 'from_user_id') ?? null,
    parentBsuid: idAt(message, 'from_parent_user_id') ?? null,
    waId: waIdAt(message, 'from'),
  };
}

/** Somebody known by user id only who was asked for their number sends it as a card of their own. */
function withSharedPhone(message: Json, person: PersonHint): PersonHint {
  if (person.waId !== null) return person;
  const own = listAt(message, 'contacts').find(
    (card) => fieldAt(card, 'origin') === 'contact_request',
  );
  const phone = listAt(own, 'phones')[0];
  return { ...person, waId: waIdAt(phone, 'wa_id') ?? waIdAt(phone, 'phone') };
}
