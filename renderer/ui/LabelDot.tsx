import styles from './labels.module.css';

/** The colour of a label. Its name stands beside it, always. */
export function LabelDot({ color }: { readonly color: string }) {
  return <span aria-hidden="true" className={styles['dot']} style={{ background: color }} />;
}
