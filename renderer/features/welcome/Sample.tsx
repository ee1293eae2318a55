import { useTranslation } from 'react-i18next';
import { CheckCheck } from 'lucide-react';
import styles from './Sample.module.css';

/** A drawing of what awaits behind the button. */
export function Sample() {
  const { t } = useTranslation();
  return (
    <div aria-hidden="true" className={styles['sample']}>
      <p className={styles['theirs']}>{t('welcome.practice.sampleQuestion')}</p>
      <p className={styles['ours']}>
        {t('welcome.practice.sampleAnswer')}
        <CheckCheck size={15} strokeWidth={1.9} className={styles['tick']} />
      </p>
    </div>
  );
}
