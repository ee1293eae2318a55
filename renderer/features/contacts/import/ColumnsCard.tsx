import { useTranslation } from 'react-i18next';
import type { ImportFile } from '#shared/models/contact-import.ts';
import { Card } from './Card.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import styles from './ColumnsCard.module.css';

/** What each column means. */
export function ColumnsCard({ file }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('imports.columns.title')}
      lead={t(file.isMappingRemembered ? 'imports.columns.remembered' : 'imports.columns.lead')}
    >
      <ul className={styles['columns']}>
        {file.columns.map((column, index) => (
          <ColumnRow
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place in the file
            key={index}
            index={index}
            column={column}
            fields={file.fields}
          />
        ))}
      </ul>
    </Card>
  );
}
