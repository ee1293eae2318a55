import type { ContactId, CustomFieldId, ImportId, LabelId } from '#shared/ids.ts';
import { freshColor } from '#shared/label.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import { consentEventAt, recordConsent } from '../../store/consent.ts';
import { noteChats } from '../../store/contacts.ts';
import { fieldKey, insertField, setFieldType, setFieldValue } from '../../store/custom-fields.ts';
import { claimIdentity } from '../../store/identities.ts';
import { addJournalRow, addMade } from '../../store/import-journal.ts';
import type { RowChange } from '../../store/import-journal.ts';
import { insertOwnContact, readColumns, writeColumns } from '../../store/imported-contacts.ts';
import type { ContactColumns } from '../../store/imported-contacts.ts';
import { labelContact } from '../../store/label-holders.ts';
import { findLabelByName, insertLabel, listLabels } from '../../store/labels.ts';
import type { WriteTx } from '../../store/store.ts';
import { heedErasure } from '../erased-before.ts';
import type { OptOut, SheetPerson } from './judge-row.ts';
import type { KnownFields, PersonPlan, PlannedField } from './plan-person.ts';

/** What all rows of one import share. */
export interface ImportBatch {
  readonly id: ImportId;
  readonly fileName: string;
  /** What the file's columns hold, by key of the field. */
  readonly types: ReadonlyMap<string, FieldType>;
}

/** Where the ledger says that a spreadsheet opted somebody out. */
const IMPORT_SOURCE = 'import';

/** Writes what was planned for one row, and how it was before. */
export function applyPerson(
  tx: WriteTx,
  batch: ImportBatch,
  person: SheetPerson,
  plan: Exclude<PersonPlan, { readonly kind: 'unchanged' }>,
  fields: KnownFields,
  now: number,
): ContactId {
  const contactId = writePerson(tx, person, plan, now);
  const labels = plan.labels.map((name) => putLabel(tx, batch, contactId, name, now));
  const values = plan.fields.map((field) => putField(tx, batch, contactId, field, fields, now));
  const consentId = plan.optOut === null ? null : optOut(tx, batch, contactId, plan.optOut, now);
  const after = readColumns(tx, contactId);
  if (after === undefined) throw new Error(`There is no contact ${contactId}.`);
  const change: RowChange = { before: plan.before, after, labels, fields: values, consentId };
  addJournalRow(tx, batch.id, { row: person.row, contactId, phone: person.phone, change });
  if (plan.kind === 'updated') noteChats(tx, contactId);
  return contactId;
}

function writePerson(
  tx: WriteTx,
  person: SheetPerson,
  { contactId, before, columns }: Exclude<PersonPlan, { readonly kind: 'unchanged' }>,
  now: number,
): ContactId {
  if (contactId === null || before === null) {
    const created = insertOwnContact(tx, columns, now);
    const phone = { kind: 'phone', value: person.phone, scope: '' } as const;
    claimIdentity(tx, created, phone, now);
    heedErasure(tx, created, [phone], now);
    return created;
  }
  const named: Partial<ContactColumns> =
    columns.name === before.name ? {} : { name_source: 'owner', name_at: now };
  writeColumns(tx, contactId, { ...before, ...columns, ...named, updated_at: now });
  return contactId;
}

function putLabel(
  tx: WriteTx,
  batch: ImportBatch,
  contactId: ContactId,
  name: string,
  now: number,
): LabelId {
  const id = findLabelByName(tx, name)?.id ?? makeLabel(tx, batch, name, now);
  labelContact(tx, contactId, id);
  return id;
}

function makeLabel(tx: WriteTx, batch: ImportBatch, name: string, now: number): LabelId {
  const color = freshColor(listLabels(tx).map((label) => label.color));
  const id = insertLabel(tx, name, color, now);
  addMade(tx, batch.id, { kind: 'label', id });
  return id;
}

function putField(
  tx: WriteTx,
  batch: ImportBatch,
  contactId: ContactId,
  { name, before, after }: PlannedField,
  fields: KnownFields,
  now: number,
): RowChange['fields'][number] {
  const id = fieldFor(tx, batch, name, fields, now);
  setFieldValue(tx, contactId, id, after);
  return { id, before, after };
}

/** Finds the field or makes it. One that gets values of another type holds text from now on. */
function fieldFor(
  tx: WriteTx,
  batch: ImportBatch,
  name: string,
  fields: KnownFields,
  now: number,
): CustomFieldId {
  const type = batch.types.get(fieldKey(name)) ?? 'text';
  const known = fields.get(fieldKey(name));
  if (known === undefined) {
    const id = insertField(tx, { name, type }, now);
    addMade(tx, batch.id, { kind: 'field', id });
    return id;
  }
  if (known.type !== type && known.type !== 'text') {
    setFieldType(tx, known.id, 'text');
    addMade(tx, batch.id, { kind: 'field_type', id: known.id, was: known.type });
  }
  return known.id;
}

function optOut(
  tx: WriteTx,
  batch: ImportBatch,
  contactId: ContactId,
  { row, value }: OptOut,
  now: number,
): number | null {
  const evidence = JSON.stringify({ import_id: batch.id, file: batch.fileName, row, value });
  const event = { contact_id: contactId, kind: 'opt_out', source: IMPORT_SOURCE, at: now } as const;
  recordConsent(tx, { ...event, evidence }, now);
  return consentEventAt(tx, event)?.id ?? null;
}
