import type { ReactNode } from 'react';
import styles from './content.module.css';

/** Time and ticks on a line of their own, under what has no last line of words. */
export function MetaLine({ children }: { readonly children: ReactNode }) {
  return <p className={styles['metaLine']}>{children}</p>;
}
