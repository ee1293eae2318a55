import styles from './Progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** From 0 to 1; undefined: nobody knows how long it takes. */
  readonly share: number | undefined;
}

export function Progress({ label, share }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      max={1}
      value={share}
      data-open={share === undefined}
      className={styles['bar']}
    />
  );
}
