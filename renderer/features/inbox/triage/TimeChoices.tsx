import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmClock } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { momentFieldText, nearMomentText } from '../../../ui/time-text.ts';
import { snoozeTimes } from './snooze-times.ts';
import styles from './SnoozeDialog.module.css';

interface TimeChoicesProps {
  readonly pickLabel: string;
  readonly pickAction: string;
  /** The time that the field starts with; the last of the choices where it is left out. */
  readonly startsAt?: number;
  /** What must be said about a time before it is chosen. */
  readonly warningFor?: (at: number) => string | undefined;
  /** Only the field, where a time was chosen before. */
  readonly isFieldOnly?: boolean;
  readonly onChoose: (at: number) => void;
  /** More choices, as list items. */
  readonly children?: ReactNode;
}

/** Times that people mean, and a field for any other. */
export function TimeChoices(props: TimeChoicesProps) {
  const { pickLabel, pickAction, startsAt, warningFor, isFieldOnly = false, onChoose } = props;
  const { t, i18n } = useTranslation();
  const [now] = useState(() => Date.now());
  const [times] = useState(() => (isFieldOnly ? [] : snoozeTimes(now)));
  const [picked, setPicked] = useState(() => momentFieldText(startsAt ?? times.at(-1)?.at ?? now));
  const pickedAt = new Date(picked).getTime();
  const isPossible = pickedAt > now;
  const warning = isPossible ? warningFor?.(pickedAt) : undefined;

  return (
    <>
      <ul>
        {times.map(({ name, at }) => (
          <li key={name}>
            <button type="button" className={styles['choice']} onClick={() => onChoose(at)}>
              <AlarmClock aria-hidden="true" size={18} strokeWidth={1.75} />
              <span className={styles['name']}>
                {t(`snooze.${name}`)}
                <Warning text={warningFor?.(at)} />
              </span>
              <span className={styles['time']}>{nearMomentText(at, now, i18n.language)}</span>
            </button>
          </li>
        ))}
        {props.children}
      </ul>
      <form
        className={styles['pick']}
        onSubmit={(event) => {
          event.preventDefault();
          if (isPossible) onChoose(pickedAt);
        }}
      >
        <label className={styles['label']}>
          {pickLabel}
          <input
            type="datetime-local"
            value={picked}
            min={momentFieldText(now)}
            className={styles['field']}
            onChange={(event) => setPicked(event.target.value)}
          />
        </label>
        <Button kind="primary" type="submit" disabled={!isPossible}>
          {pickAction}
        </Button>
      </form>
      <output className={styles['pickWarning']}>
        <Warning text={warning} />
      </output>
    </>
  );
}

function Warning({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <span className={styles['warning']}>{text}</span>;
}
