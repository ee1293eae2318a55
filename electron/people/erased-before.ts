import type { ContactId } from '#shared/ids.ts';
import { recordConsent } from '../store/consent.ts';
import type { Identity } from '../store/identities.ts';
import type { WriteTx } from '../store/store.ts';
import { suppressedAt } from '../store/suppressions.ts';

/**
 * Somebody who was erased and comes back, by a message, a list or by hand, wants no offers until they
 * say otherwise.
 */
export function heedErasure(
  tx: WriteTx,
  contactId: ContactId,
  identities: readonly Identity[],
  now: number,
): void {
  const at = suppressedAt(tx, identities);
  if (at === undefined) return;
  const event = { kind: 'opt_out', source: 'erased', evidence: '{}', at } as const;
  recordConsent(tx, { contact_id: contactId, ...event }, now);
}
