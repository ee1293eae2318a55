import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Message } from '#shared/models/message.ts';
import { usePreferences } from '../../../stores/preferences.ts';
import { loadMoreShared } from '../../../stores/shared-files.ts';
import { SharedTile } from './SharedTile.tsx';
import styles from './SharedView.module.css';

const COLUMNS = 3;
const GAP = 6;
const PADDING = 32;
const NEAR_THE_END = 8;

/** Pictures and videos, three in a row; only what is near the view is drawn. */
export function SharedGrid({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const width = usePreferences((state) => state.preferences?.contextWidth ?? 296);
  const rows = Math.ceil(messages.length / COLUMNS);
  const rowHeight = (width - PADDING - GAP * (COLUMNS - 1)) / COLUMNS + GAP;

  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, and nothing of it is passed on
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const isNearEnd = (virtual.range?.endIndex ?? 0) > rows - NEAR_THE_END;
  useEffect(() => {
    if (isNearEnd) void loadMoreShared();
  }, [isNearEnd, rows]);

  return (
    <div ref={scroller} className={styles['scroller']}>
      <ul
        aria-label={t('shared.tabs.media')}
        className={styles['items']}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <li key={key} className={styles['item']} style={{ transform: `translateY(${start}px)` }}>
            <div className={styles['grid']}>
              {messages.slice(index * COLUMNS, (index + 1) * COLUMNS).map((message) => (
                <SharedTile key={message.id} message={message} hasJump />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
