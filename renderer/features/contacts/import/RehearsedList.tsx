import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RehearsalFilter } from '#shared/models/contact-import.ts';
import { loadRows, PAGE_ROWS, useRehearsedRows } from '../../../stores/rehearsed-rows.ts';
import { Notice } from './Notice.tsx';
import { RehearsedLine } from './RehearsedLine.tsx';
import styles from './RehearsedList.module.css';

interface RehearsedListProps {
  readonly uploadId: string;
  readonly filter: RehearsalFilter;
  readonly count: number;
}

const USUAL_HEIGHT = 64;

/** The rows of a dry run; of 50,000 only those are here that are seen. */
export function RehearsedList({ uploadId, filter, count }: RehearsedListProps) {
  const { t } = useTranslation();
  const pages = useRehearsedRows((state) => state.pages);
  const problem = useRehearsedRows((state) => state.problem);
  const scroller = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, and nothing of it is passed on
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0) void loadRows(uploadId, first, last);
  }, [uploadId, filter, count, first, last, pages]);

  if (problem !== undefined) return <Notice tone="bad" title={problem} />;
  return (
    <section
      ref={scroller}
      aria-label={t(`imports.filters.${filter}`)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
      tabIndex={0}
      className={styles['scroller']}
    >
      <ul
        aria-label={t('imports.check.rows')}
        className={styles['list']}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className={styles['item']}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <RehearsedLine
              row={pages.get(Math.floor(item.index / PAGE_ROWS))?.[item.index % PAGE_ROWS]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
