import { useTranslation } from 'react-i18next';
import { REHEARSED_KINDS } from '#shared/models/contact-import.ts';
import type { ImportCounts } from '#shared/models/contact-import.ts';
import styles from './OutcomeCounts.module.css';

interface OutcomeCountsProps {
  readonly counts: ImportCounts;
  readonly dataRows: number;
  /** Nothing has happened yet. */
  readonly isPlan: boolean;
}

/** Where the rows of the file went, as one line of numbers that add up, and as a picture. */
export function OutcomeCounts({ counts, dataRows, isPlan }: OutcomeCountsProps) {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  const changed = counts.created + counts.updated;
  return (
    <div className={styles['outcome']}>
      <p className={styles['lead']}>
        <span className={styles['number']}>{numbers.format(changed)}</span>{' '}
        {t(isPlan ? 'imports.counts.plan' : 'imports.counts.done', {
          rows: numbers.format(dataRows),
        })}
      </p>
      <div aria-hidden="true" className={styles['bar']}>
        {REHEARSED_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
          <span key={kind} data-kind={kind} style={{ flexGrow: counts[kind] }} />
        ))}
      </div>
      <dl className={styles['list']}>
        {REHEARSED_KINDS.map((kind) => (
          <div key={kind} className={styles['item']}>
            <dt>
              <span aria-hidden="true" data-kind={kind} className={styles['dot']} />
              {t(`imports.kinds.${kind}`)}
            </dt>
            <dd>{numbers.format(counts[kind])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
