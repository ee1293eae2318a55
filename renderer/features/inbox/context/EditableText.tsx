import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { classes } from '../../../ui/classes.ts';
import styles from './EditableText.module.css';

interface EditableTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly type?: 'text' | 'email';
  readonly className?: string | undefined;
  /** Answers the sentence that says why it could not be kept, if it could not. */
  readonly onSave: (value: string) => Promise<string | undefined>;
}

/** Looks like what it says until one clicks on it. Enter or leaving keeps it, Escape does not. */
export function EditableText(props: EditableTextProps) {
  const { label, value, placeholder, maxLength, type = 'text', className, onSave } = props;
  const problemId = useId();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();

  async function save() {
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
        type={type}
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
