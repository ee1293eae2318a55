import { useTranslation } from 'react-i18next';
import { REHEARSAL_FILTERS } from '#shared/models/contact-import.ts';
import type { ImportRehearsal } from '#shared/models/contact-import.ts';
import { showRows, useRehearsedRows } from '../../../stores/rehearsed-rows.ts';
import { countOf } from './row-count.ts';
import styles from './RowFilters.module.css';

/** Which rows of the dry run are shown; kinds that there are none of are not offered. */
export function RowFilters({ rehearsal }: { readonly rehearsal: ImportRehearsal }) {
  const { t, i18n } = useTranslation();
  const shown = useRehearsedRows((state) => state.filter);
  const numbers = new Intl.NumberFormat(i18n.language);
  return (
    <fieldset className={styles['filters']}>
      <legend className={styles['legend']}>{t('imports.check.show')}</legend>
      {REHEARSAL_FILTERS.filter(
        (filter) => filter === 'all' || filter === shown || countOf(rehearsal, filter) > 0,
      ).map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === shown}
          className={styles['filter']}
          onClick={() => showRows(filter)}
        >
          {t(`imports.filters.${filter}`)}{' '}
          <span className={styles['count']}>{numbers.format(countOf(rehearsal, filter))}</span>
        </button>
      ))}
    </fieldset>
  );
}
