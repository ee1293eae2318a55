import styles from './ContactsSkeleton.module.css';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Stands in only when the people take longer than 200 ms. */
export function ContactsSkeleton() {
  return (
    <div aria-hidden="true" className={styles['skeleton']}>
      {ROWS.map((row) => (
        <div key={row} className={styles['row']}>
          <span className={styles['face']} />
          <span className={styles['line']} />
          <span className={styles['line']} />
        </div>
      ))}
    </div>
  );
}
