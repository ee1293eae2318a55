import type { Json, JsonObject } from '#shared/json.ts';
import { fieldAt, isJsonList, listAt, objectAt, textAt } from '#shared/json-fields.ts';
import { namesSomebody } from '../people/identity.ts';
import type { PersonHint } from '../people/identity.ts';
import { readAccountChange } from './payload-account.ts';
import { readEcho } from './payload-echoes.ts';
import { NOBODY, completeFrom, idAt, waIdAt } from './payload-fields.ts';
import { readItem } from './payload-item.ts';
import type { Change, Item } from './payload-item.ts';
import { readMessage, readMessages } from './payload-messages.ts';
import type { Update } from './update.ts';

/**
 * What was written before Frontdesk came, from the phone app. The files of its media come later and
 * by themselves, in a `messages` list of the same field. Source: meta-platform §2.3, `history`.
 */
export function* readHistory(change: Change): Generator<Update, void> {
  yield* readMessages(change, 'history');
  for (const [index, chunk] of listAt(change.value, 'history').entries()) {
    yield* readChunk(change, chunk, `${change.path}.history[${index}]`);
  }
}

function* readChunk(change: Change, chunk: Json, path: string): Generator<Update, void> {
  const errors = listAt(chunk, 'errors');
  const metadata = objectAt(chunk, 'metadata');
  if (errors.length > 0 || metadata !== undefined) {
    const value: JsonObject = {
      ...(metadata && { metadata }),
      ...(errors.length > 0 && { errors }),
    };
    yield readAccountChange({ ...change, path, value });
  }
  for (const [index, thread] of listAt(chunk, 'threads').entries()) {
    yield* readThread(change, thread, `${path}.threads[${index}]`);
  }
}

function* readThread(change: Change, thread: Json, path: string): Generator<Update, void> {
  const messages = fieldAt(thread, 'messages');
  if (!isJsonList(messages)) {
    yield { kind: 'malformed', path, reason: 'It has no list of messages.' };
    return;
  }
  const customer = customerOf(thread);
  for (const [index, message] of messages.entries()) {
    yield readItem(change, message, `${path}.messages[${index}]`, [], (item) =>
      readHistoric(item, customer),
    );
  }
}

/** A thread is named by the customer's phone; who has no phone to show has a user id in its context. */
function customerOf(thread: Json): PersonHint {
  const context = objectAt(thread, 'context');
  return {
    ...NOBODY,
    bsuid: idAt(context, 'user_id') ?? null,
    parentBsuid: idAt(context, 'parent_user_id') ?? null,
    waId: waIdAt(context, 'wa_id') ?? waIdAt(thread, 'id'),
    username: textAt(context, 'username') ?? null,
  };
}

function readHistoric(item: Item, customer: PersonHint): Update {
  const { item: message } = item;
  const isOurs =
    idAt(message, 'from_user_id') !== customer.bsuid || customer.bsuid === null
      ? isFromUs(item, customer)
      : false;
  const read = isOurs
    ? readEcho(named(item, customer, 'to'), 'history')
    : readMessage(named(item, customer, 'from'), 'history');
  if (read.kind !== 'message') return read;
  return {
    ...read,
    payload: message,
    person: completeFrom([customer], namesSomebody(read.person) ? read.person : customer),
    historyStatus: textAt(objectAt(message, 'history_context'), 'status') ?? null,
  };
}

function isFromUs({ item: message, change }: Item, customer: PersonHint): boolean {
  const from = waIdAt(message, 'from');
  if (from !== null && from === customer.waId) return false;
  if (from !== null && from === change.number.displayDigits) return true;
  return idAt(message, 'to') !== undefined || idAt(message, 'to_user_id') !== undefined;
}

/** The thread says who the other end is where the message does not. */
function named(item: Item, customer: PersonHint, end: 'from' | 'to'): Item {
  const userKey = `${end}_user_id`;
  return {
    ...item,
    item: {
      ...item.item,
      ...(customer.waId !== null && idAt(item.item, end) === undefined && { [end]: customer.waId }),
      ...(customer.bsuid !== null &&
        idAt(item.item, userKey) === undefined && { [userKey]: customer.bsuid }),
    },
  };
}
