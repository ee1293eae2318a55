import type { ChatContact } from '#shared/models/chat.ts';
import type { PersonField } from '#shared/models/custom-field.ts';
import { changeField } from '../stores/person-changes.ts';
import { DetailRow } from './Detail.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import styles from './person.module.css';

export interface PersonFieldsProps {
  readonly contact: ChatContact;
  readonly fields: readonly PersonField[];
}

/** What the owner keeps about people in fields of their own. */
export function PersonFields({ contact, fields }: PersonFieldsProps) {
  return (
    <dl className={styles['details']}>
      {fields.map((field) => (
        <DetailRow key={field.id} name={field.name}>
          <FieldEditor field={field} onSave={(typed) => changeField(contact, field, typed)} />
        </DetailRow>
      ))}
    </dl>
  );
}
