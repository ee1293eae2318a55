import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './ContactProfile.module.css';

interface ProfileCardProps {
  readonly title: string;
  /** What can be done with all of it, beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of a profile, under its name. */
export function ProfileCard({ title, action, children }: ProfileCardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['card']}>
      <header className={styles['cardHead']}>
        <h3 id={id} className={styles['cardTitle']}>
          {title}
        </h3>
        {action}
      </header>
      {children}
    </section>
  );
}
