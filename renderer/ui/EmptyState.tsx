import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What will be here, and how it comes; then what can be done now. */
  readonly children?: ReactNode;
}

/** A place with nothing in it yet says what it is for. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <span className={styles['icon']}>
        <Icon aria-hidden="true" size={24} strokeWidth={1.75} />
      </span>
      <h2 className={styles['title']}>{title}</h2>
      {children}
    </div>
  );
}

/** What can be done about it, beside each other. */
export function EmptyStateActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
