import { asId } from '#shared/ids.ts';
import type { ContactId, CustomFieldId } from '#shared/ids.ts';
import { labelKey } from '#shared/label.ts';
import type { ContactField, FieldType } from '#shared/models/contact-field.ts';
import type { Reader, WriteTx } from './store.ts';

export interface CustomField {
  readonly id: CustomFieldId;
  readonly name: string;
  readonly type: FieldType;
}

/** All that there are, by name. */
export function listFields(db: Reader): CustomField[] {
  return db.prepare<CustomField>('SELECT id, name, type FROM custom_field ORDER BY name_key').all();
}

/** Under which two names of fields are one. */
export function fieldKey(name: string): string {
  return labelKey(name);
}

/** The name must be free. */
export function insertField(
  tx: WriteTx,
  { name, type }: Omit<CustomField, 'id'>,
  now: number,
): CustomFieldId {
  const { lastInsertRowid } = tx.run(
    'INSERT INTO custom_field (name, name_key, type, created_at) VALUES (?, ?, ?, ?)',
    name,
    fieldKey(name),
    type,
    now,
  );
  return asId<CustomFieldId>(lastInsertRowid);
}

export function fieldTypeOf(db: Reader, id: CustomFieldId): FieldType | undefined {
  return db.prepare<{ type: FieldType }>('SELECT type FROM custom_field WHERE id = ?').get(id)
    ?.type;
}

export function setFieldType(tx: WriteTx, id: CustomFieldId, type: FieldType): void {
  tx.run('UPDATE custom_field SET type = ? WHERE id = ?', type, id);
}

/** Takes a field away that nobody has a value of. */
export function removeUnusedField(tx: WriteTx, id: CustomFieldId): void {
  tx.run(
    'DELETE FROM custom_field WHERE id = ? AND NOT EXISTS (SELECT 1 FROM contact_field WHERE field_id = ?)',
    id,
    id,
  );
}

/** What one person has, by name of the field. */
export function fieldsOf(db: Reader, id: ContactId): ContactField[] {
  return db
    .prepare<ContactField>(
      `SELECT f.name, f.type, v.value FROM contact_field v JOIN custom_field f ON f.id = v.field_id
       WHERE v.contact_id = ? ORDER BY f.name_key`,
    )
    .all(id);
}

export function fieldValues(db: Reader, id: ContactId): ReadonlyMap<CustomFieldId, string> {
  const rows = db
    .prepare<{ field_id: CustomFieldId; value: string }>(
      'SELECT field_id, value FROM contact_field WHERE contact_id = ?',
    )
    .all(id);
  return new Map(rows.map((row) => [row.field_id, row.value]));
}

/** Null takes the value away. */
export function setFieldValue(
  tx: WriteTx,
  contactId: ContactId,
  fieldId: CustomFieldId,
  value: string | null,
): void {
  if (value === null) {
    tx.run('DELETE FROM contact_field WHERE contact_id = ? AND field_id = ?', contactId, fieldId);
    return;
  }
  tx.run(
    `INSERT INTO contact_field (contact_id, field_id, value) VALUES (?, ?, ?)
     ON CONFLICT (contact_id, field_id) DO UPDATE SET value = excluded.value`,
    contactId,
    fieldId,
    value,
  );
}

/** One person takes over the values of another, who goes; where both have one, theirs stays. */
export function moveContactFields(tx: WriteTx, from: ContactId, to: ContactId): void {
  tx.run(
    `INSERT OR IGNORE INTO contact_field (contact_id, field_id, value)
     SELECT ?, field_id, value FROM contact_field WHERE contact_id = ?`,
    to,
    from,
  );
  tx.run('DELETE FROM contact_field WHERE contact_id = ?', from);
}
