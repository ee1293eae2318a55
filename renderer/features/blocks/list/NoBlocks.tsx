import { useTranslation } from 'react-i18next';
import { ShieldBan } from 'lucide-react';
import { useBlockList } from '../../../stores/block-list.ts';
import styles from './NoBlocks.module.css';

/** Teaches what will be here, or says that nothing has the words one looks for. */
export function NoBlocks() {
  const { t } = useTranslation();
  const text = useBlockList((state) => state.text.trim());
  const tab = useBlockList((state) => state.tab);
  if (text !== '') {
    return (
      <div className={styles['empty']}>
        <p>{t('blocks.screen.nothingFound', { text })}</p>
      </div>
    );
  }
  const isActive = tab === 'active';
  return (
    <div className={styles['empty']}>
      <span className={styles['icon']}>
        <ShieldBan aria-hidden="true" size={24} strokeWidth={1.75} />
      </span>
      <h2 className={styles['title']}>
        {t(isActive ? 'blocks.screen.emptyTitle' : 'blocks.screen.emptyHistoryTitle')}
      </h2>
      <p className={styles['body']}>
        {t(isActive ? 'blocks.screen.empty' : 'blocks.screen.emptyHistory')}
      </p>
      {isActive && <p className={styles['body']}>{t('blocks.screen.emptyCompare')}</p>}
    </div>
  );
}
