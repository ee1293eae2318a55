import { listAt, objectAt, textAt } from '#shared/json-fields.ts';
import { namesSomebody } from '../people/identity.ts';
import { NOBODY, completeFrom, idAt, readContact, timeAt, waIdAt } from './payload-fields.ts';
import type { Change } from './payload-item.ts';
import type { Update } from './update.ts';

/** Who answers a thread from now on. Source: meta-platform §2.3, `messaging_handovers`. */
export function* readHandover(change: Change): Generator<Update, void> {
  const { value, path } = change;
  const sender = objectAt(value, 'sender');
  const person = completeFrom(listAt(value, 'contacts').map(readContact), {
    ...NOBODY,
    bsuid: idAt(sender, 'user_id') ?? null,
    waId: waIdAt(sender, 'phone_number') ?? waIdAt(sender, 'wa_id'),
  });
  const control = objectAt(value, 'control_passed') ?? objectAt(value, 'control_taken');
  const owner = textAt(control, 'new_owner_role');
  if (owner === undefined || !namesSomebody(person)) {
    yield { kind: 'malformed', path, reason: 'It does not say who answers whom.' };
    return;
  }
  yield {
    kind: 'handover',
    path,
    number: change.number,
    person,
    owner,
    at: timeAt(value, 'timestamp') ?? change.at,
  };
}
