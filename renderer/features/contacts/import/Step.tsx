import type { ReactNode } from 'react';
import { StepsBar } from './StepsBar.tsx';
import type { StepName } from './StepsBar.tsx';
import styles from './Step.module.css';

interface StepProps {
  readonly step: StepName;
  readonly children: ReactNode;
  /** What one can do next, at the foot of the screen. */
  readonly foot?: ReactNode;
  /** The children scroll by themselves. */
  readonly isFixed?: boolean;
}

/** The frame of every step: where one is, what there is to see, what to do next. */
export function Step({ step, children, foot, isFixed = false }: StepProps) {
  return (
    <>
      <StepsBar step={step} />
      <div className={styles['body']} data-fixed={isFixed}>
        <div className={styles['column']}>{children}</div>
      </div>
      {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
    </>
  );
}
