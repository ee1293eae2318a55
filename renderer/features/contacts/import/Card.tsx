import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One subject on its own paper. */
export function Card({ title, lead, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['card']}>
      <div className={styles['head']}>
        <h3 id={id} className={styles['title']}>
          {title}
        </h3>
        {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
      </div>
      {children}
    </section>
  );
}
