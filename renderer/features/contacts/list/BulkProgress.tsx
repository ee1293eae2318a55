import { useTranslation } from 'react-i18next';
import { cancelBulk, useContactBulk } from '../../../stores/contact-bulk.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './BulkProgress.module.css';

/** How far something got that is done to many people, and the way to stop it. */
export function BulkProgress() {
  const { t } = useTranslation();
  const work = useContactBulk((state) => state.work);
  if (work === undefined) return null;
  const { title, done, total, isCancelled } = work;
  return (
    <div className={styles['bar']}>
      <span dir="auto" className={styles['title']}>
        {title}
      </span>
      <progress aria-label={title} value={done} max={total} className={styles['progress']} />
      <span className={styles['count']}>{t('contacts.bulk.progress', { done, total })}</span>
      <Button kind="text" disabled={isCancelled} onClick={cancelBulk}>
        {t('contacts.bulk.cancel')}
      </Button>
    </div>
  );
}
