import { useTranslation } from 'react-i18next';
import { KNOWN_TARGETS } from '#shared/models/contact-import.ts';
import type { ColumnTarget, ImportColumn, ImportFile } from '#shared/models/contact-import.ts';
import { mapColumn } from '../../../stores/import-draft.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { NewField } from './NewField.tsx';
import styles from './ColumnRow.module.css';

interface ColumnRowProps {
  readonly index: number;
  readonly column: ImportColumn;
  readonly fields: ImportFile['fields'];
}

/** One column: its head, what stands in it, and what that means. */
export function ColumnRow({ index, column, fields }: ColumnRowProps) {
  const { t } = useTranslation();
  const { header, sample, target } = column;
  const known = target.to === 'field' ? knownField(fields, target.field) : undefined;
  return (
    <li className={styles['row']} data-unused={target.to === 'nothing'}>
      <div className={styles['head']}>
        <p className={styles['header']} dir="auto" title={header}>
          {header}
        </p>
        <p className={styles['sample']} dir="auto">
          {sample.length === 0 ? t('imports.columns.empty') : sample.slice(0, 3).join(' · ')}
        </p>
      </div>
      <div className={styles['meaning']}>
        <SelectField
          label={t('imports.columns.meaning', { column: header })}
          isLabelHidden
          value={known !== undefined ? `field:${known.name}` : target.to}
          onChange={(value) => void mapColumn(index, chosen(value, column))}
        >
          <option value="nothing">{t('imports.targets.nothing')}</option>
          {KNOWN_TARGETS.map((name) => (
            <option key={name} value={name}>
              {t(`imports.targets.${name}`)}
            </option>
          ))}
          {fields.length > 0 && (
            <optgroup label={t('imports.targets.fields')}>
              {fields.map(({ name }) => (
                <option key={name} value={`field:${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          <option value="field">{t('imports.targets.newField')}</option>
        </SelectField>
        {target.to === 'field' && known === undefined && (
          <NewField index={index} column={column} target={target} />
        )}
      </div>
    </li>
  );
}

function knownField(
  fields: ImportFile['fields'],
  name: string,
): ImportFile['fields'][number] | undefined {
  const key = name.trim().toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === key);
}

function chosen(value: string, { header }: ImportColumn): ColumnTarget {
  if (value.startsWith('field:')) return { to: 'field', field: value.slice('field:'.length) };
  if (value === 'field') return { to: 'field', field: header.slice(0, 60) };
  return { to: KNOWN_TARGETS.find((name) => name === value) ?? 'nothing' };
}
