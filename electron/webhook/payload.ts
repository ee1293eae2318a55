import { isJsonObject, parseJson } from '#shared/json.ts';
import type { Json } from '#shared/json.ts';
import { fieldAt, isJsonList, objectAt, textAt } from '#shared/json-fields.ts';
import { readAccountChange } from './payload-account.ts';
import { readCalls } from './payload-calls.ts';
import { readEchoes } from './payload-echoes.ts';
import { idAt, timeAt, waIdAt } from './payload-fields.ts';
import { readHandover } from './payload-handover.ts';
import { readHistory } from './payload-history.ts';
import { eachItem } from './payload-item.ts';
import type { Change } from './payload-item.ts';
import { readMessages } from './payload-messages.ts';
import { readPhoneBook } from './payload-phone-book.ts';
import { readPreferences } from './payload-preferences.ts';
import { readStandby } from './payload-standby.ts';
import type { Update } from './update.ts';

/**
 * Everything a delivery says, one by one and lazily. Never throws: what can't be read becomes an
 * update that says why, and its neighbours are read all the same.
 * Source: meta-platform §2.2, §2.3.
 */
export function* readUpdates(raw: string | Uint8Array): Generator<Update, void> {
  const body = parse(raw);
  if (body === undefined) {
    yield { kind: 'malformed', path: '', reason: 'This is not JSON.' };
    return;
  }
  const entries = fieldAt(body, 'entry');
  if (textAt(body, 'object') !== 'whatsapp_business_account' || !isJsonList(entries)) {
    yield { kind: 'unhandled', path: '', reason: 'This is not a webhook of a WhatsApp account.' };
    return;
  }
  for (const [index, entry] of entries.entries()) yield* readEntry(entry, `entry[${index}]`);
}

function parse(raw: string | Uint8Array): Json | undefined {
  if (typeof raw !== 'string') return undefined;
  try {
    return parseJson(raw.startsWith('\uFEFF') ? raw.slice(1) : raw);
  } catch {
    return undefined;
  }
}

function* readEntry(entry: Json, path: string): Generator<Update, void> {
  const changes = fieldAt(entry, 'changes');
  if (!isJsonList(changes)) {
    yield { kind: 'malformed', path, reason: 'It has no list of changes.' };
    return;
  }
  for (const [index, change] of changes.entries()) {
    yield* readChange(entry, change, `${path}.changes[${index}]`);
  }
}

function* readChange(entry: Json, change: Json, path: string): Generator<Update, void> {
  const field = textAt(change, 'field');
  const value = fieldAt(change, 'value');
  if (field === undefined || !isJsonObject(value)) {
    yield { kind: 'malformed', path, reason: 'It has no field, or no value.' };
    return;
  }
  const metadata = objectAt(value, 'metadata') ?? objectAt(objectAt(value, 'standby'), 'metadata');
  yield* readField({
    field,
    value,
    path: `${path}.value`,
    at: timeAt(entry, 'time') ?? null,
    number: {
      phoneNumberId:
        idAt(metadata, 'phone_number_id') ??
        idAt(objectAt(value, 'recipient'), 'phone_number_id') ??
        null,
      wabaId: idAt(entry, 'id') ?? '',
      displayDigits:
        waIdAt(metadata, 'display_phone_number') ?? waIdAt(value, 'display_phone_number'),
    },
  });
}

function readField(change: Change): Iterable<Update> {
  switch (change.field) {
    case 'messages':
      return readMessages(change, 'live');
    case 'smb_message_echoes':
      return readEchoes(change, 'phone_echo');
    case 'message_echoes':
      return readEchoes(change, 'other_echo');
    case 'standby':
      return readStandby(change);
    case 'history':
      return readHistory(change);
    case 'calls':
      return readCalls(change);
    case 'user_preferences':
      return eachItem(change, 'user_preferences', readPreferences);
    case 'smb_app_state_sync':
      return eachItem(change, 'state_sync', readPhoneBook);
    case 'messaging_handovers':
      return readHandover(change);
    default:
      return [readAccountChange(change)];
  }
}
