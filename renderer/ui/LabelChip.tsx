import type { Label } from '#shared/models/label.ts';
import { LabelDot } from './LabelDot.tsx';
import styles from './labels.module.css';

export function LabelChip({ label }: { readonly label: Label }) {
  return (
    <span className={styles['chip']} title={label.name}>
      <LabelDot color={label.color} />
      <span dir="auto" className={styles['chipName']}>
        {label.name}
      </span>
    </span>
  );
}
