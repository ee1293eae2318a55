import { useId } from 'react';
import type { ChangeEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './TextField.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** In UTF-16 units; how much is used is told as one types. */
  readonly limit?: number;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
  readonly hint?: string;
  /** More than one makes it grow with what is written. */
  readonly rows?: number;
  readonly dir?: 'auto' | 'ltr';
  readonly placeholder?: string;
  /** Beside the field, as a button that takes it away. */
  readonly children?: ReactNode;
}

/** A labelled field with its limit, its hint and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, limit, problem, hint, rows = 1, dir = 'auto', children } = props;
  const id = useId();
  const isOver = limit !== undefined && value.trim().length > limit;
  const field = {
    id,
    dir,
    value,
    placeholder: props.placeholder,
    'aria-invalid': problem !== undefined || isOver,
    'aria-describedby': `${id}-hint ${id}-problem`,
    className: styles['input'],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
  };
  return (
    <div className={styles['field']}>
      <div className={styles['top']}>
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
        {limit !== undefined && <Counter used={value.trim().length} limit={limit} />}
      </div>
      <div className={styles['line']}>
        {rows > 1 ? <textarea rows={rows} {...field} /> : <input type="text" {...field} />}
        {children}
      </div>
      <p id={`${id}-hint`} className={styles['hint']}>
        {hint}
      </p>
      <p id={`${id}-problem`} className={styles['problem']}>
        {problem}
      </p>
    </div>
  );
}

function Counter({ used, limit }: { readonly used: number; readonly limit: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes(styles['counter'], used > limit && styles['over'])}>
      {t('compose.counter', { used, limit })}
    </span>
  );
}
