import { useTranslation } from 'react-i18next';
import { CircleDot, Plus, TriangleAlert } from 'lucide-react';
import type { Segment } from '#shared/models/segment.ts';
import { useSegmentDrafts } from '../../../stores/segment-drafts.ts';
import { useSegments } from '../../../stores/segments.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import type { RuleNames } from './rule-names.ts';
import { isBroken } from './rule-problem.ts';
import styles from './SegmentList.module.css';

interface SegmentListProps {
  readonly all: readonly Segment[];
  /** Undefined: a new one, or none. */
  readonly open: Segment | undefined;
  readonly isNewOpen: boolean;
  readonly names: RuleNames;
}

/** All segments with how many are in each now. */
export function SegmentList({ all, open, isNewOpen, names }: SegmentListProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('segments.list')} className={styles['list']}>
      <a
        href="#/contacts/segments/new"
        aria-current={isNewOpen ? 'page' : undefined}
        className={styles['new']}
      >
        <Plus aria-hidden="true" size={18} strokeWidth={1.75} />
        {t('segments.new')}
      </a>
      <ul>
        {all.map((segment) => (
          <li key={segment.id}>
            <SegmentLink segment={segment} isOpen={segment.id === open?.id} names={names} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SegmentLinkProps {
  readonly segment: Segment;
  readonly isOpen: boolean;
  readonly names: RuleNames;
}

function SegmentLink({ segment, isOpen, names }: SegmentLinkProps) {
  const { t } = useTranslation();
  const count = useSegments((state) => state.counts.get(segment.id));
  const hasDraft = useSegmentDrafts((state) => state.drafts.has(segment.id));
  return (
    <a
      href={`#/contacts/segments/${segment.id}`}
      aria-current={isOpen ? 'page' : undefined}
      className={styles['segment']}
    >
      <span className={styles['name']}>
        <bdi>{segment.name}</bdi>
      </span>
      <span className={styles['count']}>
        {count === undefined ? t('segments.counting') : t('segments.count', { count })}
      </span>
      {isBroken(segment.rules, names) && (
        <span className={styles['broken']}>
          <TriangleAlert aria-hidden="true" size={15} strokeWidth={1.75} />
          {t('segments.needsYou')}
        </span>
      )}
      {hasDraft && (
        <span className={styles['draft']} title={t('segments.unsaved')}>
          <CircleDot aria-hidden="true" size={15} strokeWidth={1.75} />
          <Hidden>{t('segments.unsaved')}</Hidden>
        </span>
      )}
    </a>
  );
}
