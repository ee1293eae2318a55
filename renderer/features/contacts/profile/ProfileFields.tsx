import { useTranslation } from 'react-i18next';
import { PersonFields } from '../../../person/PersonFields.tsx';
import type { PersonFieldsProps } from '../../../person/PersonFields.tsx';
import { manageFields } from '../../../stores/fields.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldsDialog } from './FieldsDialog.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ContactProfile.module.css';

/** All fields that the owner made, filled or not. */
export function ProfileFields({ contact, fields }: PersonFieldsProps) {
  const { t } = useTranslation();
  return (
    <ProfileCard
      title={t('person.fields')}
      action={
        <Button kind="text" className={styles['link']} onClick={() => manageFields(true)}>
          {t('fields.edit')}
        </Button>
      }
    >
      {fields.length === 0 && <p className={styles['nothing']}>{t('fields.none')}</p>}
      <PersonFields contact={contact} fields={fields} />
      <FieldsDialog />
    </ProfileCard>
  );
}
