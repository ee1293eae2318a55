import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Download } from 'lucide-react';
import { loadRejected, useImportRows } from '../../../stores/import-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from './Card.tsx';
import styles from './RowList.module.css';

interface RejectedRowsProps {
  readonly importId: number;
  readonly count: number;
  readonly onSave: () => void;
}

/** What was refused and why, and the file of it. */
export function RejectedRows({ importId, count, onSave }: RejectedRowsProps) {
  const { t } = useTranslation();
  const list = useImportRows((state) => state.rejected);
  useEffect(() => void loadRejected(importId), [importId]);
  return (
    <Card title={t('imports.rejected.title', { count })} lead={t('imports.rejected.lead')}>
      <div>
        <Button kind="quiet" onClick={onSave}>
          <Download aria-hidden="true" size={17} strokeWidth={1.75} />
          {t('imports.rejected.save')}
        </Button>
      </div>
      <ul className={styles['list']}>
        {list.rows.map(({ row, value, reason }) => (
          <li key={row} className={styles['row']}>
            <span className={styles['number']}>{t('imports.check.rowNumber', { row })}</span>
            <bdi className={styles['value']}>
              {value === '' ? t('imports.check.emptyCell') : value}
            </bdi>
            <span className={styles['reason']}>{reason}</span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div>
          <Button kind="text" onClick={() => void loadRejected(importId, list)}>
            {t('imports.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}
