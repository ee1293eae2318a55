import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import styles from './MessageProblem.module.css';

interface UndoCountdownProps {
  /** When the message leaves, in milliseconds since 1970. */
  readonly until: number;
  readonly onUndo: () => void;
}

const TICK_MS = 250;

/** The seconds in which a message can still be taken back. Nothing when there are none left. */
export function UndoCountdown({ until, onUndo }: UndoCountdownProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(() => until - Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setLeft(until - Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, [until]);
  if (left <= 0) return null;
  return (
    <div className={styles['problem']}>
      <p className={styles['line']}>
        <span>{t('message.leavesIn', { seconds: Math.ceil(left / 1000) })}</span>
        <span className={styles['choices']}>
          <Button kind="text" onClick={onUndo}>
            {t('message.undo')}
          </Button>
        </span>
      </p>
    </div>
  );
}
