import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatLabel } from '#shared/models/label.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import { LabelDot } from '../../../ui/LabelDot.tsx';
import styles from '../../../ui/labels.module.css';

/** More than this, and the message beside it could not be read. */
const SHOWN = 2;

/** A row's labels: each as its colour and its first letter, so that no colour stands alone. */
export const RowLabels = memo(function RowLabels({
  labels,
}: {
  readonly labels: readonly ChatLabel[];
}) {
  const { t } = useTranslation();
  if (labels.length === 0) return null;
  const names = labels.map(({ name }) => name).join(', ');
  const rest = labels.length - SHOWN;
  return (
    <span className={styles['row']} title={names}>
      {labels.slice(0, SHOWN).map(({ id, name, color }) => (
        <span key={id} aria-hidden="true" className={styles['mark']}>
          <LabelDot color={color} />
          {firstLetter(name)}
        </span>
      ))}
      {rest > 0 && (
        <span aria-hidden="true" className={styles['mark']}>
          +{rest}
        </span>
      )}
      <Hidden>{t('labels.carries', { labels: names })}</Hidden>
    </span>
  );
});

function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name);
  return (first?.segment ?? '').toLocaleUpperCase();
}
