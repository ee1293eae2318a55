import { useTranslation } from 'react-i18next';
import { Unplug } from 'lucide-react';
import { useConnection } from '../stores/connection.ts';
import styles from './ConnectionBanner.module.css';

export function ConnectionBanner() {
  const { t } = useTranslation();
  const isLost = useConnection((state) => state.isLost);
  return (
    <output>
      {isLost && (
        <span className={styles['banner']}>
          <Unplug aria-hidden="true" size={16} strokeWidth={1.75} />
          {t('app.connectionLost')}
        </span>
      )}
    </output>
  );
}
