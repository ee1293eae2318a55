import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { DamagedCell, FieldChange, RehearsedRow } from '#shared/models/contact-import.ts';
import { changedField } from './changed-field.ts';
import styles from './RehearsedLine.module.css';

/** One row of a dry run: what happens to it, before and after. Undefined: it is on its way. */
export function RehearsedLine({ row }: { readonly row: RehearsedRow | undefined }) {
  const { t } = useTranslation();
  if (row === undefined) return <div className={styles['line']} data-coming="true" />;
  return (
    <div className={styles['line']} data-kind={row.kind}>
      <span className={styles['number']} title={t('imports.check.rowNumber', { row: row.row })}>
        {row.row}
      </span>
      <span className={styles['kind']}>{t(`imports.rowKinds.${row.kind}`)}</span>
      <div className={styles['words']}>
        <Words row={row} />
      </div>
    </div>
  );
}

function Words({ row }: { readonly row: RehearsedRow }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'rejected':
      return (
        <>
          <p className={styles['who']}>
            <bdi>{row.value === '' ? t('imports.check.emptyCell') : row.value}</bdi>
          </p>
          <p className={styles['reason']} data-damaged={row.isDamaged}>
            {row.isDamaged && <TriangleAlert aria-hidden="true" size={14} strokeWidth={2} />}
            {row.reason}
          </p>
        </>
      );
    case 'skipped':
      return (
        <>
          <p className={styles['who']}>
            <bdi dir="ltr">{row.phone}</bdi>
          </p>
          <p className={styles['reason']}>{row.reason}</p>
        </>
      );
    case 'created':
    case 'updated':
    case 'unchanged':
      return (
        <>
          <p className={styles['who']}>
            {row.name !== null && <bdi className={styles['name']}>{row.name}</bdi>}
            <bdi dir="ltr" className={styles['phone']}>
              {row.phone}
            </bdi>
          </p>
          {row.kind !== 'unchanged' && (
            <Changes changes={row.changes} isNew={row.kind === 'created'} />
          )}
          {row.damage.map((cell) => (
            <Damage key={cell.column} cell={cell} />
          ))}
        </>
      );
    default:
      return row satisfies never;
  }
}

interface ChangesProps {
  readonly changes: readonly FieldChange[];
  /** All that there is of somebody new is new; their name stands above already. */
  readonly isNew: boolean;
}

function Changes({ changes, isNew }: ChangesProps) {
  const { t } = useTranslation();
  const told = isNew ? changes.filter(({ field }) => field !== 'name') : changes;
  if (told.length === 0) return null;
  return (
    <ul className={styles['changes']}>
      {told.map(({ field, before, after }) => (
        <li key={field} className={styles['change']}>
          <span className={styles['field']}>{changedField(field, t)}</span>{' '}
          {!isNew && before !== '' && (
            <>
              <del>
                <bdi>{before}</bdi>
              </del>{' '}
              <span aria-hidden="true">→</span>{' '}
            </>
          )}
          <ins>
            <bdi>{after}</bdi>
          </ins>
        </li>
      ))}
    </ul>
  );
}

function Damage({ cell: { column, from, to, reason } }: { readonly cell: DamagedCell }) {
  return (
    <p className={styles['reason']} data-damaged="true">
      <TriangleAlert aria-hidden="true" size={14} strokeWidth={2} />
      <span>
        {column}:{' '}
        <del>
          <bdi dir="ltr">{from}</bdi>
        </del>{' '}
        {to !== null && (
          <>
            <span aria-hidden="true">→</span>{' '}
            <ins>
              <bdi dir="ltr">{to}</bdi>
            </ins>{' '}
          </>
        )}
        {reason}
      </span>
    </p>
  );
}
