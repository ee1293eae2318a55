import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import styles from './BlockDialog.module.css';

interface ProgressOfProps {
  readonly done: number;
  readonly total: number;
  readonly isStopping: boolean;
  readonly onStop: () => void;
  /** How far it is, in words. */
  readonly children: ReactNode;
}

/** How far it is, and the way to end it. */
export function ProgressOf({ done, total, isStopping, onStop, children }: ProgressOfProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['form']}>
      <p id="blocks-progress">{children}</p>
      <progress
        aria-labelledby="blocks-progress"
        className={styles['progress']}
        value={done}
        max={total}
      />
      <div className={styles['actions']}>
        <Button kind="quiet" aria-disabled={isStopping} onClick={onStop}>
          {t(isStopping ? 'blocks.stopping' : 'blocks.stop')}
        </Button>
      </div>
    </div>
  );
}
