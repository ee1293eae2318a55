import type { ContactId, LabelId } from '#shared/ids.ts';
import { findContact } from '../store/contact-list.ts';
import { labelContact, unlabelContact } from '../store/label-holders.ts';
import type { Store } from '../store/store.ts';
import { requireLabel } from './label-book.ts';

interface Labelling {
  readonly labelId: LabelId;
  readonly contactIds: readonly ContactId[];
  readonly isOn: boolean;
}

/**
 * Puts a label on people, or takes it off, in one transaction. Whoever is gone by now is left out.
 * Answers those in whom something changed: doing the opposite to them undoes it. Throws
 * FrontdeskError `not_found`.
 */
export function labelContacts(
  { store }: { readonly store: Store },
  { labelId, contactIds, isOn }: Labelling,
): ContactId[] {
  const change = isOn ? labelContact : unlabelContact;
  return store.write((tx) => {
    requireLabel(tx, labelId);
    return [...new Set(contactIds)].filter(
      (id) => findContact(tx, id) !== undefined && change(tx, id, labelId),
    );
  });
}
