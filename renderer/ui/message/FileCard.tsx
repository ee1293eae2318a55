import type { LucideIcon } from 'lucide-react';
import { PlainWords } from './PlainWords.tsx';
import styles from './content.module.css';

interface FileCardProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string | null;
}

/** A face for what is not words: an icon, a name, a line about it. */
export function FileCard({ icon: Icon, title, detail }: FileCardProps) {
  return (
    <div className={styles['card']}>
      <span className={styles['cardIcon']}>
        <Icon aria-hidden="true" size={19} strokeWidth={1.75} />
      </span>
      <span className={styles['cardLines']}>
        <span dir="auto" className={styles['cardTitle']}>
          <PlainWords text={title} />
        </span>
        {detail !== null && (
          <span dir="auto" className={styles['cardDetail']}>
            <PlainWords text={detail} />
          </span>
        )}
      </span>
    </div>
  );
}
