import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SPANS, endOf } from './end-choice.ts';
import type { EndChoice } from './end-choice.ts';
import styles from './BlockDialog.module.css';

interface EndFieldProps {
  readonly choice: EndChoice;
  readonly now: number;
  readonly onChange: (choice: EndChoice) => void;
}

/** Until when: always, a day, a week, or a day of one's own. */
export function EndField({ choice, now, onChange }: EndFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const isPast = endOf(choice, now) === undefined;
  return (
    <fieldset className={styles['ends']}>
      <legend className={styles['label']}>{t('blocks.ask.until')}</legend>
      <div className={styles['choices']}>
        {SPANS.map((span) => (
          <label key={span} className={styles['choice']}>
            <input
              type="radio"
              name={id}
              checked={choice.span === span}
              onChange={() => onChange({ ...choice, span })}
            />
            {t(`blocks.ask.spans.${span}`)}
          </label>
        ))}
      </div>
      {choice.span === 'date' && (
        <label className={styles['day']}>
          {t('blocks.ask.lastDay')}
          <input
            type="date"
            value={choice.lastDay}
            aria-invalid={isPast}
            aria-describedby={`${id}-problem`}
            className={styles['date']}
            onChange={({ target: { value } }) => onChange({ ...choice, lastDay: value })}
          />
        </label>
      )}
      <p id={`${id}-problem`} className={styles['problem']}>
        {isPast && t('blocks.ask.past')}
      </p>
    </fieldset>
  );
}
