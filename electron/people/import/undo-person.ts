import type { ContactId } from '#shared/ids.ts';
import { hasConsentEvents, removeConsentEvent, settleConsent } from '../../store/consent.ts';
import { noteChats } from '../../store/contacts.ts';
import { fieldValues, setFieldValue } from '../../store/custom-fields.ts';
import type { JournalRow, RowChange } from '../../store/import-journal.ts';
import { deleteUntouched, profileName } from '../../store/import-undo.ts';
import { readColumns, writeColumns } from '../../store/imported-contacts.ts';
import type { ContactColumns } from '../../store/imported-contacts.ts';
import { unlabelContact } from '../../store/label-holders.ts';
import type { WriteTx } from '../../store/store.ts';

/**
 * Takes back what one row did. What has changed since then stays as it is now.
 *
 * @returns why something stayed; null: it is as it was before
 */
export function undoPerson(
  tx: WriteTx,
  { contactId, phone, change }: JournalRow,
  now: number,
): string | null {
  const current = readColumns(tx, contactId);
  if (current === undefined || current.created_at !== change.after.created_at) {
    return 'This person was deleted since, or became one with another contact.';
  }
  if (change.before === null) {
    const reason = whyKept(current, change) ?? deleteUntouched(tx, contactId, phone, change);
    if (reason === null) return null;
    takeBack(tx, contactId, current, { ...change, before: blank(tx, contactId, change) }, now);
    return reason;
  }
  const stayed = takeBack(tx, contactId, current, { ...change, before: change.before }, now);
  return stayed.length === 0 ? null : `Changed since and therefore kept: ${stayed.join(', ')}.`;
}

/** A person whom the owner has worked on since is theirs to keep. */
function whyKept(current: ContactColumns, { after }: RowChange): string | null {
  const isUntouched =
    current.updated_at === after.updated_at &&
    current.name === after.name &&
    current.opted_out === after.opted_out;
  return isUntouched ? null : 'This person was changed since, so the contact stays.';
}

/** As the person would be known without the import. */
function blank(tx: WriteTx, id: ContactId, { after }: RowChange): ContactColumns {
  const { name, name_source, name_at } = profileName(tx, id);
  return {
    name,
    name_source,
    name_at,
    email: null,
    notes: '',
    language: null,
    opted_out: 0,
    created_at: after.created_at,
    updated_at: after.updated_at,
  };
}

type Taken = RowChange & { readonly before: ContactColumns };

/** Answers what could not be taken back, because it is no longer what the import wrote. */
function takeBack(
  tx: WriteTx,
  id: ContactId,
  current: ContactColumns,
  { before, after, labels, fields, consentId }: Taken,
  now: number,
): string[] {
  const stayed: string[] = [];
  const is = (field: 'name' | 'email' | 'notes' | 'language'): boolean => {
    if (before[field] === after[field]) return true;
    if (current[field] === after[field]) return false;
    stayed.push(field);
    return true;
  };
  const nameStays = is('name');
  const restored: ContactColumns = {
    ...current,
    ...(!nameStays && {
      name: before.name,
      name_source: before.name_source,
      name_at: before.name_at,
    }),
    email: is('email') ? current.email : before.email,
    notes: is('notes') ? current.notes : before.notes,
    language: is('language') ? current.language : before.language,
  };
  for (const labelId of labels) unlabelContact(tx, id, labelId);
  const values = fieldValues(tx, id);
  for (const field of fields) {
    if (values.get(field.id) === field.after) setFieldValue(tx, id, field.id, field.before);
    else stayed.push('a custom field');
  }
  const wasTouched = stayed.length > 0 || current.updated_at !== after.updated_at;
  const updatedAt = wasTouched ? now : before.updated_at;
  writeColumns(tx, id, { ...restored, updated_at: updatedAt });
  if (consentId !== null)
    withdraw(tx, id, consentId, { ...restored, updated_at: updatedAt }, before);
  noteChats(tx, id);
  return stayed;
}

/** Takes the line out of the ledger; what others said there since then still counts. */
function withdraw(
  tx: WriteTx,
  id: ContactId,
  consentId: number,
  columns: ContactColumns,
  before: ContactColumns,
): void {
  removeConsentEvent(tx, consentId);
  writeColumns(tx, id, { ...columns, opted_out: before.opted_out });
  if (hasConsentEvents(tx, id)) settleConsent(tx, id, columns.updated_at);
}
