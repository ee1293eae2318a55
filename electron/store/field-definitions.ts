import { z } from 'zod';
import type { ContactId, CustomFieldId } from '#shared/ids.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import type { FieldDefinition, FieldRule, PersonField } from '#shared/models/custom-field.ts';
import { fieldKey, fieldValues, insertField } from './custom-fields.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Reader, WriteTx } from './store.ts';

/** For other readers of the database a choice is text, so what there is to choose stands beside the field. */
const CHOICES = 'field.choices';

const choicesSchema = z.record(z.string(), z.array(z.string())).catch({});

interface FieldRow {
  readonly id: CustomFieldId;
  readonly name: string;
  readonly type: FieldType;
  readonly holders: number;
}

const FIELD = `SELECT id, name, type,
  (SELECT count(*) FROM contact_field v WHERE v.field_id = f.id) AS holders FROM custom_field f`;

/** All that there are, by name. */
export function listDefinitions(db: Reader): FieldDefinition[] {
  const choices = readChoices(db);
  return db
    .prepare<FieldRow>(`${FIELD} ORDER BY name_key`)
    .all()
    .map((row) => toDefinition(row, choices));
}

export function findDefinition(db: Reader, id: CustomFieldId): FieldDefinition | undefined {
  const row = db.prepare<FieldRow>(`${FIELD} WHERE id = ?`).get(id);
  return row && toDefinition(row, readChoices(db));
}

export function findDefinitionByName(db: Reader, name: string): FieldDefinition | undefined {
  const row = db.prepare<FieldRow>(`${FIELD} WHERE name_key = ?`).get(fieldKey(name));
  return row && toDefinition(row, readChoices(db));
}

/** All fields, as this person fills them. */
export function fieldsOfPerson(db: Reader, contactId: ContactId): PersonField[] {
  const values = fieldValues(db, contactId);
  const choices = readChoices(db);
  return db
    .prepare<Omit<FieldRow, 'holders'>>('SELECT id, name, type FROM custom_field ORDER BY name_key')
    .all()
    .map(({ id, name, type }) => ({
      id,
      name,
      ...toRule({ id, type }, choices),
      value: values.get(id) ?? null,
    }));
}

/** Every value that somebody has, once. */
export function distinctValues(db: Reader, id: CustomFieldId): string[] {
  return db
    .prepare<{ value: string }>('SELECT DISTINCT value FROM contact_field WHERE field_id = ?')
    .all(id)
    .map(({ value }) => value);
}

/** The name must be free. */
export function insertDefinition(
  tx: WriteTx,
  { name, ...rule }: Pick<FieldDefinition, 'name' | 'kind' | 'choices'>,
  now: number,
): CustomFieldId {
  const id = insertField(tx, { name, type: typeOf(rule) }, now);
  writeChoices(tx, id, rule.choices, now);
  return id;
}

/** The name must be free. */
export function updateDefinition(
  tx: WriteTx,
  { id, name, ...rule }: Omit<FieldDefinition, 'holders'>,
  now: number,
): void {
  tx.run(
    'UPDATE custom_field SET name = ?, name_key = ?, type = ? WHERE id = ?',
    name,
    fieldKey(name),
    typeOf(rule),
    id,
  );
  writeChoices(tx, id, rule.choices, now);
}

/** With the values that people have in it. */
export function deleteDefinition(tx: WriteTx, id: CustomFieldId, now: number): void {
  tx.run('DELETE FROM custom_field WHERE id = ?', id);
  writeChoices(tx, id, [], now);
}

function typeOf({ kind }: FieldRule): FieldType {
  return kind === 'choice' ? 'text' : kind;
}

function toDefinition(row: FieldRow, choices: Readonly<Record<string, string[]>>): FieldDefinition {
  const { id, name, holders } = row;
  return { id, name, holders, ...toRule(row, choices) };
}

/** Choices whose field was made something else, as an import may, count no more. */
function toRule(
  { id, type }: Pick<FieldRow, 'id' | 'type'>,
  choices: Readonly<Record<string, string[]>>,
): FieldRule {
  const own = choices[id];
  if (type !== 'text' || own === undefined) return { kind: type, choices: [] };
  return { kind: 'choice', choices: own };
}

function readChoices(db: Reader): Record<string, string[]> {
  return choicesSchema.parse(readSetting(db, CHOICES));
}

function writeChoices(
  tx: WriteTx,
  id: CustomFieldId,
  choices: readonly string[],
  now: number,
): void {
  const { [id]: former, ...others } = readChoices(tx);
  if (former === undefined && choices.length === 0) return;
  const all = choices.length === 0 ? others : { ...others, [id]: [...choices] };
  writeSetting(tx, CHOICES, all, now);
}
