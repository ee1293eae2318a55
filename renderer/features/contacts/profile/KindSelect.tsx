import { useTranslation } from 'react-i18next';
import { FIELD_KINDS } from '#shared/models/custom-field.ts';
import type { FieldKind } from '#shared/models/custom-field.ts';
import styles from './FieldsDialog.module.css';

interface KindSelectProps {
  readonly label: string;
  readonly value: FieldKind;
  readonly onChange: (kind: FieldKind) => void;
}

/** What a field holds. */
export function KindSelect({ label, value, onChange }: KindSelectProps) {
  const { t } = useTranslation();
  return (
    <label className={styles['kind']}>
      {label}
      <select
        className={styles['select']}
        value={value}
        onChange={({ target }) => {
          const kind = FIELD_KINDS.find((known) => known === target.value);
          if (kind !== undefined) onChange(kind);
        }}
      >
        {FIELD_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`fields.kinds.${kind}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
