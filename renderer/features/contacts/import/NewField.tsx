import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELD_TYPES } from '#shared/models/contact-field.ts';
import type { ColumnTarget, ImportColumn } from '#shared/models/contact-import.ts';
import { mapColumn } from '../../../stores/import-draft.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import styles from './NewField.module.css';

interface NewFieldProps {
  readonly index: number;
  readonly column: ImportColumn;
  readonly target: Extract<ColumnTarget, { readonly to: 'field' }>;
}

/** The name and the type of a custom field that the import makes. */
export function NewField({ index, column, target }: NewFieldProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(target.field);
  // What is no number in one row can't be one in a field, but any of them can be text.
  const types = FIELD_TYPES.filter((type) => type === column.type || type === 'text');

  function keepName() {
    const field = name.trim();
    if (field === '') setName(target.field);
    else if (field !== target.field) void mapColumn(index, { ...target, field });
  }

  return (
    <>
      <input
        type="text"
        dir="auto"
        value={name}
        maxLength={60}
        aria-label={t('imports.columns.fieldName', { column: column.header })}
        className={styles['name']}
        onChange={(event) => setName(event.target.value)}
        onBlur={keepName}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keepName();
        }}
      />
      <SelectField
        label={t('imports.columns.fieldType', { column: column.header })}
        isLabelHidden
        value={target.type ?? column.type}
        onChange={(value) => {
          const type = FIELD_TYPES.find((each) => each === value);
          if (type !== undefined) void mapColumn(index, { ...target, type });
        }}
      >
        {types.map((type) => (
          <option key={type} value={type}>
            {t(`imports.types.${type}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
