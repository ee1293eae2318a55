import { useTranslation } from 'react-i18next';
import type { ExportColumn, ExportField } from '#shared/models/contact-export.ts';
import styles from './ColumnBoxes.module.css';

interface ColumnBoxesProps {
  readonly all: readonly ExportColumn[];
  readonly fields: readonly ExportField[];
  /** Columns that are not wanted. */
  readonly left: ReadonlySet<ExportColumn>;
  readonly onChange: (left: ReadonlySet<ExportColumn>) => void;
}

export function ColumnBoxes({ all, fields, left, onChange }: ColumnBoxesProps) {
  const { t } = useTranslation();
  const nameOf = (column: ExportColumn): string =>
    typeof column === 'number'
      ? (fields.find(({ id }) => id === column)?.name ?? '')
      : t(`imports.targets.${column}`);
  return (
    <fieldset className={styles['columns']}>
      <legend className={styles['legend']}>{t('exports.columns')}</legend>
      {all.map((column) => (
        <label key={column} className={styles['box']}>
          <input
            type="checkbox"
            checked={!left.has(column)}
            onChange={(event) => {
              const next = new Set(left);
              if (event.target.checked) next.delete(column);
              else next.add(column);
              onChange(next);
            }}
          />
          <bdi className={styles['name']}>{nameOf(column)}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
