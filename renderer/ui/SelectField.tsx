import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './SelectField.module.css';

interface SelectFieldProps {
  readonly label: string;
  /** The label is said only to those who listen. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `option` and `optgroup` elements. */
  readonly children: ReactNode;
}

/** A choice of one among many, as the system shows it. */
export function SelectField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  children,
}: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      {!isLabelHidden && (
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
      )}
      <select
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        value={value}
        className={styles['select']}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </div>
  );
}
