import { objectAt, textAt } from '#shared/json-fields.ts';
import { MalformedUpdateError, NOBODY, idAt, requireTime, waIdAt } from './payload-fields.ts';
import type { Item } from './payload-item.ts';
import type { Update } from './update.ts';

/** An entry of the phone's address book; `add` is also said of an edit. Source: meta-platform §2.3, `smb_app_state_sync`. */
export function readPhoneBook({ item, change, path }: Item): Update {
  if (textAt(item, 'type') !== 'contact') {
    return { kind: 'unhandled', path, reason: 'It is not about a contact.' };
  }
  const contact = objectAt(item, 'contact');
  const person = {
    ...NOBODY,
    bsuid: idAt(contact, 'user_id') ?? null,
    waId: waIdAt(contact, 'phone_number'),
  };
  if (person.waId === null && person.bsuid === null) {
    throw new MalformedUpdateError('It has no phone number.');
  }
  const name = textAt(contact, 'full_name') ?? textAt(contact, 'first_name') ?? null;
  return {
    kind: 'phone_book',
    path,
    number: change.number,
    person,
    name: textAt(item, 'action') === 'remove' ? null : name,
    at: requireTime(objectAt(item, 'metadata') ?? {}, 'timestamp'),
  };
}
