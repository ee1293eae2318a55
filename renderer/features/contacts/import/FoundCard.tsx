import { useTranslation } from 'react-i18next';
import { DELIMITERS, READABLE_ENCODINGS } from '#shared/models/contact-import.ts';
import type { ImportFile } from '#shared/models/contact-import.ts';
import { readAs } from '../../../stores/import-draft.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Card } from './Card.tsx';
import { TopRows } from './TopRows.tsx';
import styles from './FoundCard.module.css';

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** What was found by looking at the file; all of it can be corrected. */
export function FoundCard({ file }: { readonly file: ImportFile }) {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language).format(file.dataRows);
  return (
    <Card
      title={file.name}
      lead={t(file.dataRows === 1 ? 'imports.found.leadOne' : 'imports.found.lead', {
        rows: count,
        columns: file.columns.length,
      })}
    >
      <div className={styles['choices']}>
        {file.sheets.length > 1 && (
          <SelectField
            label={t('imports.found.sheet')}
            value={file.sheet ?? ''}
            onChange={(sheet) => void readAs({ sheet, headerRow: null })}
          >
            {file.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </SelectField>
        )}
        {file.format === 'csv' && <TextChoices file={file} />}
        <HeaderChoice file={file} />
      </div>
      <TopRows file={file} />
    </Card>
  );
}

function TextChoices({ file }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  const isUsual = READABLE_ENCODINGS.some((name) => name === file.encoding);
  return (
    <>
      <SelectField
        label={t('imports.found.encoding')}
        value={file.encoding ?? ''}
        onChange={(value) => {
          const encoding = READABLE_ENCODINGS.find((name) => name === value);
          if (encoding !== undefined) void readAs({ encoding });
        }}
      >
        {!isUsual && <option value={file.encoding ?? ''}>{file.encoding}</option>}
        {READABLE_ENCODINGS.map((name) => (
          <option key={name} value={name}>
            {t(`imports.encodings.${name}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('imports.found.delimiter')}
        value={file.delimiter ?? ''}
        onChange={(value) => {
          const delimiter = DELIMITERS.find((sign) => sign === value);
          if (delimiter !== undefined) void readAs({ delimiter });
        }}
      >
        {!DELIMITERS.some((sign) => sign === file.delimiter) && (
          <option value={file.delimiter ?? ''}>{file.delimiter}</option>
        )}
        {DELIMITERS.map((sign) => (
          <option key={sign} value={sign}>
            {t(`imports.delimiters.${DELIMITER_NAMES[sign]}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function HeaderChoice({ file: { headerRow, top } }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  const rows = new Set([...top.filter(isFilled).map(({ row }) => row), headerRow ?? 1]);
  return (
    <SelectField
      label={t('imports.found.header')}
      value={String(headerRow ?? 0)}
      onChange={(value) => void readAs({ headerRow: Number(value) })}
    >
      <option value="0">{t('imports.found.noHeader')}</option>
      {[...rows]
        .toSorted((a, b) => a - b)
        .map((row) => (
          <option key={row} value={row}>
            {t('imports.found.headerRow', { row })}
          </option>
        ))}
    </SelectField>
  );
}

function isFilled({ cells }: ImportFile['top'][number]): boolean {
  return cells.some((cell) => cell !== '');
}
