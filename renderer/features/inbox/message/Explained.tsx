import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import styles from './MessageProblem.module.css';

interface ExplainedProps {
  readonly tone: 'failed' | 'doubt' | 'waiting' | 'calm';
  readonly text: string;
  readonly advice: string;
  readonly code: number | null;
  readonly children: ReactNode;
}

/** What happened to a message, what one can do about it, and the reason for whoever asks. */
export function Explained({ tone, text, advice, code, children }: ExplainedProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes(styles['problem'], styles[tone])}>
      <p className={styles['line']}>
        <span>{text}</span>
        <span className={styles['choices']}>
          {children}
          {advice !== '' && (
            <Button kind="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('message.why')}
            </Button>
          )}
        </span>
      </p>
      {isOpen && (
        <p className={styles['advice']}>
          {advice}
          {code !== null && (
            <span className={styles['code']}>{t('message.errorCode', { code })}</span>
          )}
        </p>
      )}
    </div>
  );
}
