import { resolvePerson } from '../people/identity.ts';
import { SIGNUP_SOURCE, recordConsent } from '../store/consent.ts';
import { noteChats } from '../store/contacts.ts';
import type { WriteTx } from '../store/store.ts';
import type { WebhookRoute } from '../store/webhook-route.ts';
import type { Arrival } from './ingest.ts';
import type { PreferenceUpdate } from './update.ts';

const PREFERENCE_SOURCE = 'whatsapp_preference';

/** A person said whether they want offers, to WhatsApp or through a signup link. Source: meta-platform §7.6. */
export function ingestPreference(
  tx: WriteTx,
  update: PreferenceUpdate,
  { scope }: WebhookRoute,
  { now }: Arrival,
): void {
  const contactId = resolvePerson(tx, update.person, scope, { at: update.at, now });
  recordConsent(
    tx,
    {
      contact_id: contactId,
      kind: update.value === 'stop' ? 'opt_out' : 'opt_in',
      source: update.value === 'signup' ? SIGNUP_SOURCE : PREFERENCE_SOURCE,
      evidence: JSON.stringify(update.payload),
      at: update.at,
    },
    now,
  );
  noteChats(tx, contactId);
}
