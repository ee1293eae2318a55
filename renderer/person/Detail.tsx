import type { ReactNode } from 'react';
import styles from './person.module.css';

/** One thing that is known of a person; it can't be written here. */
export function Detail({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <DetailRow name={name}>
      <bdi>{value}</bdi>
    </DetailRow>
  );
}

interface DetailRowProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function DetailRow({ name, children }: DetailRowProps) {
  return (
    <div className={styles['detail']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
