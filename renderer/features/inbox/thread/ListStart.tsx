import { useTranslation } from 'react-i18next';
import { useThread } from '../../../stores/thread.ts';
import styles from './ListStart.module.css';

export function ListStart() {
  const { t } = useTranslation();
  const isBeginning = useThread((state) => state.olderCursor === null);
  return (
    <p className={styles['start']}>
      {isBeginning ? t('thread.beginning') : t('thread.loadingOlder')}
    </p>
  );
}
