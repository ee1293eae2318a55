import { useTranslation } from 'react-i18next';
import { manageFields, useFields } from '../../../stores/fields.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from './FieldRow.tsx';
import { NewField } from './NewField.tsx';
import styles from './FieldsDialog.module.css';

/** Where the owner says what else they want to know of people. */
export function FieldsDialog() {
  const { t } = useTranslation();
  const isManaging = useFields((state) => state.isManaging);
  const all = useFields((state) => state.all);
  return (
    <Dialog
      title={t('person.fields')}
      size="large"
      isOpen={isManaging}
      onClose={() => manageFields(false)}
    >
      <p className={styles['lead']}>{t('fields.lead')}</p>
      <ul>
        {all.map((field) => (
          <li key={field.id} className={styles['item']}>
            <FieldRow field={field} />
          </li>
        ))}
      </ul>
      <NewField />
    </Dialog>
  );
}
