import type { ReactNode } from 'react';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import styles from './Notice.module.css';

const ICONS = { bad: CircleAlert, warning: TriangleAlert, plain: Info } as const;

interface NoticeProps {
  readonly tone: keyof typeof ICONS;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something the owner should know before they go on. Said aloud when it appears. */
export function Notice({ tone, title, children }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} data-tone={tone} className={styles['notice']}>
      <Icon aria-hidden="true" size={18} strokeWidth={1.75} className={styles['icon']} />
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        {children !== undefined && <div className={styles['text']}>{children}</div>}
      </div>
    </div>
  );
}
