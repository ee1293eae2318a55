import styles from './compose.module.css';

/** What is wrong with several fields together. */
export function GroupProblem({ words }: { readonly words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <p role="alert" tabIndex={-1} data-problem className={styles['problem']}>
      {words}
    </p>
  );
}
