import { useTranslation } from 'react-i18next';
import { useContactList } from '../../../stores/contact-list.ts';
import styles from './PeopleCount.module.css';

/** How many people are shown, of how many. */
export function PeopleCount() {
  const { t } = useTranslation();
  const count = useContactList((state) => state.count);
  return (
    <output className={styles['count']}>
      {count !== undefined &&
        (count.fitting === count.all
          ? t('contacts.counted', { count: count.all })
          : t('contacts.countedOf', count))}
    </output>
  );
}
