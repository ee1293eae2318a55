import { classes } from '../../../ui/classes.ts';
import styles from './fields.module.css';

interface NumberInputProps {
  readonly label: string;
  /** NaN: nothing is written yet. */
  readonly value: number;
  readonly isWhole?: boolean;
  readonly isInvalid: boolean;
  readonly onChange: (value: number) => void;
}

export function NumberInput({ label, value, isWhole = false, ...rest }: NumberInputProps) {
  const { isInvalid, onChange } = rest;
  return (
    <input
      type="number"
      aria-label={label}
      aria-invalid={isInvalid}
      {...(isWhole ? { min: 1, max: 36_500, step: 1 } : { step: 'any' })}
      className={classes(styles['input'], styles['number'])}
      value={Number.isNaN(value) ? '' : value}
      onChange={({ target }) => onChange(target.value === '' ? Number.NaN : Number(target.value))}
    />
  );
}
