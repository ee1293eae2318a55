import { FrontdeskError } from '#shared/errors.ts';
import { readFieldValue } from '#shared/field-value.ts';
import type { ContactId, CustomFieldId } from '#shared/ids.ts';
import type { FieldDefinition, FieldRule } from '#shared/models/custom-field.ts';
import type { Clock } from '../clock.ts';
import { touchContact } from '../store/contact-profile.ts';
import { fieldValues, setFieldValue } from '../store/custom-fields.ts';
import {
  deleteDefinition,
  distinctValues,
  findDefinition,
  findDefinitionByName,
  insertDefinition,
  updateDefinition,
} from '../store/field-definitions.ts';
import type { Reader, Store, WriteTx } from '../store/store.ts';
import { requireProfile } from './change-profile.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type NewField = Pick<FieldDefinition, 'name' | 'kind' | 'choices'>;

/** Throws FrontdeskError `conflict` when the name is taken, `bad_input` for a choice without choices. */
export function createField({ store, clock }: Deps, field: NewField): FieldDefinition {
  return store.write((tx) => {
    requireFreeName(tx, field.name);
    const rule = checkedRule(field);
    return requireField(tx, insertDefinition(tx, { name: field.name, ...rule }, clock()));
  });
}

/**
 * Renames a field or lets it hold something else. Throws FrontdeskError `not_found`, and `conflict`
 * when the name is taken or somebody has a value that would not fit.
 */
export function changeField(
  { store, clock }: Deps,
  id: CustomFieldId,
  change: {
    readonly name?: string | undefined;
    readonly kind?: FieldRule['kind'] | undefined;
    readonly choices?: readonly string[] | undefined;
  },
): FieldDefinition {
  return store.write((tx) => {
    const former = requireField(tx, id);
    const name = change.name ?? former.name;
    requireFreeName(tx, name, id);
    const rule = checkedRule({
      kind: change.kind ?? former.kind,
      choices: change.choices ?? former.choices,
    });
    if (change.kind !== undefined || change.choices !== undefined) requireFit(tx, id, rule);
    updateDefinition(tx, { id, name, ...rule }, clock());
    return requireField(tx, id);
  });
}

/** Throws FrontdeskError `not_found`. */
export function deleteField({ store, clock }: Deps, id: CustomFieldId): void {
  store.write((tx) => {
    requireField(tx, id);
    deleteDefinition(tx, id, clock());
  });
}

/**
 * Writes what a person has in a field, and answers what they had. Throws FrontdeskError `not_found`,
 * and `bad_input` for what the field can't hold.
 */
export function putFieldValue(
  { store, clock }: Deps,
  contactId: ContactId,
  fieldId: CustomFieldId,
  typed: string,
): string | null {
  return store.write((tx) => {
    requireProfile(tx, contactId);
    const read = readFieldValue(requireField(tx, fieldId), typed);
    if (!read.ok) throw new FrontdeskError('bad_input', read.problem);
    const former = fieldValues(tx, contactId).get(fieldId) ?? null;
    if (former === read.value) return former;
    setFieldValue(tx, contactId, fieldId, read.value);
    touchContact(tx, contactId, clock());
    return former;
  });
}

function requireField(db: Reader, id: CustomFieldId): FieldDefinition {
  const field = findDefinition(db, id);
  if (field !== undefined) return field;
  throw new FrontdeskError('not_found', 'This field is gone. It was deleted meanwhile.');
}

function requireFreeName(db: Reader, name: string, own?: CustomFieldId): void {
  const holder = findDefinitionByName(db, name);
  if (holder === undefined || holder.id === own) return;
  throw new FrontdeskError(
    'conflict',
    `There is a field “${holder.name}” already. Use that one, or choose another name.`,
  );
}

/** Choices say something in a field of choices only, and each of them once. */
function checkedRule({ kind, choices }: FieldRule): FieldRule {
  if (kind !== 'choice') return { kind, choices: [] };
  const distinct = new Map(choices.map((choice) => [choice.toLowerCase(), choice]));
  if (distinct.size > 0) return { kind, choices: [...distinct.values()] };
  throw new FrontdeskError('bad_input', 'Write down what there is to choose from.');
}

function requireFit(tx: WriteTx, id: CustomFieldId, rule: FieldRule): void {
  const misfit = distinctValues(tx, id).find((value) => !readFieldValue(rule, value).ok);
  if (misfit === undefined) return;
  throw new FrontdeskError(
    'conflict',
    `Somebody has “${misfit}” in this field, which would not fit. Change their value first, or leave the field as it is.`,
  );
}
