import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { loadKept, useImportRows } from '../../../stores/import-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from './Card.tsx';
import styles from './RowList.module.css';

/** Whom an undo left as they are, and why. */
export function KeptPeople({
  importId,
  count,
}: {
  readonly importId: number;
  readonly count: number;
}) {
  const { t } = useTranslation();
  const list = useImportRows((state) => state.kept);
  useEffect(() => void loadKept(importId), [importId]);
  return (
    <Card title={t('imports.kept.title', { count })} lead={t('imports.kept.lead')}>
      <ul className={styles['list']}>
        {list.rows.map(({ row, name, phone, reason }) => (
          <li key={row} className={styles['row']}>
            <span className={styles['number']}>{t('imports.check.rowNumber', { row })}</span>
            <span className={styles['value']}>
              {name !== null && (
                <>
                  <bdi>{name}</bdi>{' '}
                </>
              )}
              <bdi dir="ltr">{phone}</bdi>
            </span>
            <span className={styles['reason']}>{reason}</span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div>
          <Button kind="text" onClick={() => void loadKept(importId, list)}>
            {t('imports.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}
