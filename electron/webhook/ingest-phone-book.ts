import { resolvePerson } from '../people/identity.ts';
import { notePhoneBookName } from '../store/contacts.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import type { PhoneBookUpdate } from './update.ts';

/** The phone's address book names a person. Taking them out of it takes the name, never the history. */
export function ingestPhoneBook(
  tx: WriteTx,
  { person, name, at }: PhoneBookUpdate,
  { scope }: WebhookRoute,
  { now }: Arrival,
): void {
  const contactId = resolvePerson(tx, person, scope, { at, now });
  notePhoneBookName(tx, contactId, name, at, now);
}
