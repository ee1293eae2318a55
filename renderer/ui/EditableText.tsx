import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './EditableText.module.css';

interface EditableTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly type?: 'text' | 'email' | 'date';
  readonly inputMode?: 'decimal';
  readonly className?: string | undefined;
  /** Answers the sentence that says why it could not be kept, if it could not. */
  readonly onSave: (value: string) => Promise<string | undefined>;
}

/** Looks like what it says until one clicks on it. Enter or leaving keeps it, Escape does not. */
export function EditableText(props: EditableTextProps) {
  const { label, value, placeholder, maxLength, type = 'text', className, onSave } = props;
  const { t } = useTranslation();
  const problemId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();

  async function save() {
    // Half a date has no value: kept, it would take away the one that was there.
    if (field.current?.validity.badInput === true) {
      setProblem(t('app.halfDate'));
      return;
    }
    const wanted = typed?.trim();
    if (wanted === undefined || wanted === value) {
      setTyped(undefined);
      setProblem(undefined);
      return;
    }
    const reason = await onSave(wanted);
    setProblem(reason);
    if (reason === undefined) setTyped(undefined);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save();
    else if (event.key === 'Escape' && typed !== undefined) {
      setTyped(undefined);
      setProblem(undefined);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={field}
        type={type}
        inputMode={props.inputMode}
        dir="auto"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        placeholder={placeholder}
        maxLength={maxLength}
        title={typed ?? value}
        className={classes(styles['field'], className)}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && (
        <span id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </>
  );
}
