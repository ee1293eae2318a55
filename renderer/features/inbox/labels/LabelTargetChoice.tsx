import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTarget } from '#shared/models/label.ts';
import styles from './LabelTargetChoice.module.css';

interface LabelTargetChoiceProps {
  readonly on: LabelTarget;
  /** So many chats are being labelled. */
  readonly chats: number;
  readonly onChange: (on: LabelTarget) => void;
}

const TARGETS: readonly LabelTarget[] = ['contact', 'chat'];

/** Whether a label goes on the person, wherever one talks to them, or on one chat alone. */
export function LabelTargetChoice({ on, chats, onChange }: LabelTargetChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles['targets']}>
      <legend className={styles['legend']}>{t('labels.target.legend')}</legend>
      {TARGETS.map((target) => (
        <label key={target} className={styles['target']}>
          <input
            type="radio"
            name={name}
            className={styles['radio']}
            checked={target === on}
            onChange={() => onChange(target)}
          />
          {t(`labels.target.${target}`, { count: chats })}
        </label>
      ))}
    </fieldset>
  );
}
