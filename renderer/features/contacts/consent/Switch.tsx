import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ConsentScreen.module.css';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  /** Answers why it could not be kept, if it could not. */
  readonly onChange: (isOn: boolean) => Promise<string | undefined>;
}

export function Switch({ label, isOn, onChange }: SwitchProps) {
  const { t } = useTranslation();
  const id = useId();
  const [problem, setProblem] = useState<string>();

  async function change(wanted: boolean) {
    setProblem(await onChange(wanted));
  }

  return (
    <>
      <label htmlFor={id} className={styles['switch']}>
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => void change(target.checked)}
        />
        {label}
      </label>
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {t('message.couldNot', { reason: problem })}
        </p>
      )}
    </>
  );
}
