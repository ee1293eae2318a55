import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import styles from './ConsentScreen.module.css';

interface ReplyTextProps {
  readonly label: string;
  readonly value: string;
  /** Answers why it could not be kept, if it could not. */
  readonly onSave: (text: string) => Promise<string | undefined>;
}

/** Kept when one leaves it; what could not be kept stays to be mended. */
export function ReplyText({ label, value, onSave }: ReplyTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();

  async function save() {
    if (text.trim() === value) return setProblem(undefined);
    const refusal = await onSave(text.trim());
    return setProblem(refusal && t('message.couldNot', { reason: refusal }));
  }

  return (
    <div className={styles['reply']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        maxLength={MAX_TEXT_LENGTH}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        className={styles['area']}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void save()}
      />
      <p id={`${id}-problem`} role="alert" className={styles['problem']}>
        {problem}
      </p>
    </div>
  );
}
