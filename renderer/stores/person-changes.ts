import { t } from 'i18next';
import type { ContactId, CustomFieldId, LabelId } from '#shared/ids.ts';
import type { ConsentEntry, ConsentExport } from '#shared/models/consent.ts';
import type { ContactChange } from '#shared/models/contact-profile.ts';
import type { PersonField } from '#shared/models/custom-field.ts';
import type { Label } from '#shared/models/label.ts';
import type { Person } from '#shared/models/person.ts';
import { call } from './core.ts';
import { announce } from './live-text.ts';
import { refreshPerson, refreshStory } from './person.ts';
import { goToScreen } from './route.ts';
import { saveFile } from './saved-file.ts';
import { offerUndo, sayFailure } from './toasts.ts';

/** Answers the sentence that says why it could not be kept, if it could not. */
export async function changeContact(
  contactId: ContactId,
  change: ContactChange,
): Promise<string | undefined> {
  const result = await call('contacts.change', { contactId, change });
  if (!result.ok) return result.error.message;
  await refreshPerson();
  return undefined;
}

/** Says that something about a person was changed, and keeps the way back to how it was. */
export function offerFormer(contactId: ContactId, name: string, former: ContactChange): void {
  offerUndo(t('context.changed', { name }), async () => {
    await changeContact(contactId, former);
  });
}

/** Writes a field of the owner’s, with a way back. Answers why it could not be kept, if it could not. */
export async function changeField(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  field: PersonField,
  typed: string,
): Promise<string | undefined> {
  const problem = await putField(id, field.id, typed);
  if (problem !== undefined) return problem;
  offerUndo(t('person.fieldChanged', { field: field.name, name }), async () => {
    await putField(id, field.id, field.value ?? '');
  });
  return undefined;
}

async function putField(
  contactId: ContactId,
  fieldId: CustomFieldId,
  value: string,
): Promise<string | undefined> {
  const result = await call('fields.put', { contactId, fieldId, value });
  if (!result.ok) return result.error.message;
  await refreshPerson();
  return undefined;
}

/** Writes another number, with a way back. Answers why it could not be kept, if it could not. */
export async function correctPhone(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  phone: string,
): Promise<string | undefined> {
  const result = await call('contacts.correctPhone', { contactId: id, phone });
  if (!result.ok) return result.error.message;
  await refreshPerson();
  const former = result.data;
  if (former === null) return undefined;
  offerUndo(t('context.changed', { name }), async () => {
    const undone = await call('contacts.correctPhone', { contactId: id, phone: former });
    if (!undone.ok) sayFailure(undone.error.message);
    await refreshPerson();
  });
  return undefined;
}

/** Writes into the ledger what the person told the owner. Answers why it could not, if it could not. */
export async function recordConsent(
  contactId: ContactId,
  kind: ConsentEntry['kind'],
  reason: string,
): Promise<string | undefined> {
  const result = await call('consent.record', { contactId, kind, reason });
  if (!result.ok) return result.error.message;
  await Promise.all([refreshPerson(), refreshStory()]);
  return undefined;
}

/** Gives out everything that is known of a person’s consent, as a file. */
export async function saveLedger(contactId: ContactId): Promise<void> {
  const result = await call('consent.export', { contactId });
  if (result.ok) saveJson(result.data);
  else sayFailure(result.error.message);
}

function saveJson({ fileName, text }: ConsentExport): void {
  saveFile(fileName, new Blob([text], { type: 'application/json' }));
}

/** Answers why the person could not be deleted, if they could not. Else the list is shown. */
export async function deletePerson(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  withMessages: boolean,
): Promise<string | undefined> {
  const result = await call('contacts.delete', { contactId: id, withMessages });
  if (!result.ok) return result.error.message;
  goToScreen('contacts');
  announce(t('person.deleted', { name }));
  return undefined;
}

/** Puts a label on the person or takes it off, with a way back. */
export async function labelPerson(
  { id, name }: Pick<Person['contact'], 'id' | 'name'>,
  label: Label,
  isOn: boolean,
): Promise<void> {
  if (!(await putLabel(id, label.id, isOn))) return;
  const words = isOn ? 'labels.put.one' : 'labels.taken.one';
  offerUndo(t(words, { label: label.name, name }), async () => {
    await putLabel(id, label.id, !isOn);
  });
}

/** False when nothing changed. */
async function putLabel(contactId: ContactId, labelId: LabelId, isOn: boolean): Promise<boolean> {
  const result = await call('contacts.label', { labelId, contactIds: [contactId], isOn });
  if (!result.ok) sayFailure(result.error.message);
  await refreshPerson();
  return result.ok && result.data.length > 0;
}
