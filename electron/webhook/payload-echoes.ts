import { isJsonObject } from '#shared/json.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { objectAt, textAt } from '#shared/json-fields.ts';
import { messageTypeOf } from '#shared/message-type.ts';
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
import { eachItem } from './payload-item.ts';
import type { Change, Item } from './payload-item.ts';
import { readRevision } from './payload-revision.ts';
import type { Update, Via } from './update.ts';

/** What was sent from the phone, or by another program on our number. Source: meta-platform §2.3. */
export function* readEchoes(
  change: Change,
  via: Via,
  value: JsonObject = change.value,
): Generator<Update, void> {
  yield* eachItem(change, 'message_echoes', (item) => readEcho(item, via), value);
}

export function readEcho({ item: echo, ...rest }: Item, via: Via): Update {
  // In standby the message is the whole request that somebody sent to Meta, one level deeper.
  const sent = objectAt(echo, 'message') ?? {};
  const item: JsonObject = { ...sent, ...echo };
  const whatsappType = textAt(item, 'type');
  if (whatsappType === 'edit' || whatsappType === 'revoke') {
    return readRevision({ item, ...rest }, whatsappType);
  }
  const person = completeFrom(rest.contacts, recipientOf(item));
  const groupId = groupOf(item);
  if (!namesSomebody(person) && groupId === null) {
    throw new MalformedUpdateError('It does not say to whom it was sent.');
  }
  const payload = withoutRequest(item);
  const type = messageTypeOf(payload);
  if (type === 'reaction') requireId(objectAt(payload, 'reaction') ?? {}, 'message_id');
  return {
    kind: 'message',
    path: rest.path,
    number: rest.change.number,
    via,
    direction: 'outbound',
    wamid: requireId(item, 'id'),
    at: requireTime(item, 'timestamp'),
    person,
    groupId,
    type,
    payload,
    historyStatus: null,
  };
}

export function recipientOf(item: Json): PersonHint {
  return {
    ...NOBODY,
    bsuid: idAt(item, 'to_user_id') ?? idAt(item, 'recipient') ?? null,
    parentBsuid: idAt(item, 'to_parent_user_id') ?? null,
    waId: waIdAt(item, 'to'),
  };
}

function groupOf(item: Json): string | null {
  if (textAt(item, 'recipient_type') === 'group') return idAt(item, 'to') ?? null;
  return idAt(item, 'group_id') ?? null;
}

function withoutRequest(item: JsonObject): JsonObject {
  const { message, ...payload } = item;
  return isJsonObject(message) ? payload : item;
}
