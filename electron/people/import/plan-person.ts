import type { ContactId, CustomFieldId } from '#shared/ids.ts';
import { labelKey } from '#shared/label.ts';
import type { FieldChange } from '#shared/models/contact-import.ts';
import { fieldKey, fieldValues, listFields } from '../../store/custom-fields.ts';
import type { CustomField } from '../../store/custom-fields.ts';
import { holderAt } from '../../store/identities.ts';
import { labelsOfContact, readColumns } from '../../store/imported-contacts.ts';
import type { ContactColumns, OwnerColumns } from '../../store/imported-contacts.ts';
import type { Reader } from '../../store/store.ts';
import { phoneVariants } from '#shared/phone-variants.ts';
import type { OptOut, SheetPerson } from './judge-row.ts';

/** What is to be written for one row; the same for a dry run, which writes nothing. */
export type PersonPlan =
  | { readonly kind: 'unchanged'; readonly contactId: ContactId }
  | {
      readonly kind: 'created' | 'updated';
      readonly contactId: ContactId | null;
      readonly before: ContactColumns | null;
      readonly columns: OwnerColumns;
      /** Names of labels to put on. */
      readonly labels: readonly string[];
      readonly fields: readonly PlannedField[];
      readonly optOut: OptOut | null;
      readonly changes: readonly FieldChange[];
    };

export interface PlannedField {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}

/** The custom fields that there are, by key. */
export type KnownFields = ReadonlyMap<string, CustomField>;

export function knownFields(db: Reader): KnownFields {
  return new Map(listFields(db).map((field) => [fieldKey(field.name), field]));
}

/**
 * Compares what a row says with what is known. An empty cell takes nothing away, and of consent only
 * the strict word counts: a file can opt somebody out, never in.
 */
export function planPerson(
  db: Reader,
  person: SheetPerson,
  fields: KnownFields,
  now: number,
): PersonPlan {
  const contactId = findByPhone(db, person.phone, now);
  const before = contactId === undefined ? undefined : readColumns(db, contactId);
  if (contactId === undefined || before === undefined) return planNew(person);
  const columns = ownerColumns(person, before);
  const labels = missingLabels(db, contactId, person);
  const values = person.fields.length === 0 ? new Map() : fieldValues(db, contactId);
  const planned = differingFields(person, values, fields);
  const optOut = before.opted_out === 1 ? null : person.optOut;
  const changes = [
    ...columnChanges(before, columns),
    ...labelChanges(labels.had, labels.missing),
    ...planned.map(fieldChange),
    ...optOutChange(optOut),
  ];
  if (changes.length === 0) return { kind: 'unchanged', contactId };
  return {
    kind: 'updated',
    contactId,
    before,
    columns,
    labels: labels.missing,
    fields: planned,
    optOut,
    changes,
  };
}

function planNew(person: SheetPerson): PersonPlan {
  const { name, email, notes, language, optOut } = person;
  const columns = { name, email, notes: notes ?? '', language };
  const labels = distinctLabels(person.labels);
  const fields = distinctFields(person).map((field) => ({
    name: field.name,
    before: null,
    after: field.value,
  }));
  return {
    kind: 'created',
    contactId: null,
    before: null,
    columns,
    labels,
    fields,
    optOut,
    changes: [
      ...columnChanges({ name: null, email: null, notes: '', language: null }, columns),
      ...labelChanges([], labels),
      ...fields.map(fieldChange),
      ...optOutChange(optOut),
    ],
  };
}

/** Who goes by this number, however it is written. */
function findByPhone(db: Reader, phone: string, now: number): ContactId | undefined {
  for (const value of phoneVariants(phone)) {
    const holder = holderAt(db, { kind: 'phone', value, scope: '' }, now);
    if (holder !== undefined) return holder.contactId;
  }
  return undefined;
}

function ownerColumns(person: SheetPerson, before: ContactColumns): OwnerColumns {
  return {
    name: said(person.name, before.name),
    email: said(person.email, before.email),
    notes: said(person.notes, before.notes) ?? '',
    language: said(person.language, before.language),
  };
}

/** The new text, unless it says the same but for spaces and the case of an address. */
function said(text: string | null, known: string | null): string | null {
  if (text === null || known === null) return text ?? known;
  return sameText(text, known) ? known : text;
}

function sameText(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

/** As it is compared: an address has no case, and spaces don't count. */
function plain(text: string): string {
  const spaced = text.replaceAll(/\s+/gu, ' ').trim();
  return spaced.includes('@') && !spaced.includes(' ') ? spaced.toLowerCase() : spaced;
}

function missingLabels(
  db: Reader,
  contactId: ContactId,
  person: SheetPerson,
): { readonly had: readonly string[]; readonly missing: readonly string[] } {
  if (person.labels.length === 0) return { had: [], missing: [] };
  const had = labelsOfContact(db, contactId);
  const keys = new Set(had.map((label) => label.name_key));
  return {
    had: had.map((label) => label.name),
    missing: distinctLabels(person.labels).filter((name) => !keys.has(labelKey(name))),
  };
}

function distinctLabels(names: readonly string[]): readonly string[] {
  return [
    ...new Map(names.map((name) => [labelKey(name), name] as const).toReversed()).values(),
  ].toReversed();
}

function distinctFields({ fields }: SheetPerson): SheetPerson['fields'] {
  const keys = fields.map(({ name }) => fieldKey(name));
  return fields.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function differingFields(
  person: SheetPerson,
  values: ReadonlyMap<CustomFieldId, string>,
  known: KnownFields,
): PlannedField[] {
  return distinctFields(person).flatMap(({ name, value }) => {
    const field = known.get(fieldKey(name));
    const before = field === undefined ? null : (values.get(field.id) ?? null);
    return before !== null && sameText(before, value) ? [] : [{ name, before, after: value }];
  });
}

function columnChanges(before: OwnerColumns, after: OwnerColumns): FieldChange[] {
  return (['name', 'email', 'notes', 'language'] as const).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ field, before: before[field] ?? '', after: after[field] ?? '' }],
  );
}

function labelChanges(had: readonly string[], missing: readonly string[]): FieldChange[] {
  if (missing.length === 0) return [];
  return [{ field: 'labels', before: had.join(', '), after: [...had, ...missing].join(', ') }];
}

function fieldChange({ name, before, after }: PlannedField): FieldChange {
  return { field: `custom.${name}`, before: before ?? '', after };
}

function optOutChange(optOut: OptOut | null): FieldChange[] {
  return optOut === null ? [] : [{ field: 'opted_out', before: 'no', after: 'yes' }];
}
