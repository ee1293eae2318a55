import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { loadMoreBlocks, useBlockList } from '../../../stores/block-list.ts';
import { useStatus } from '../../../stores/status.ts';
import { BlockRow } from './BlockRow.tsx';
import { actionOfKey, doWithRow, targetOfKey } from './row-keys.ts';
import styles from './BlockRows.module.css';

const ROW_HEIGHT = 68;
const NEAR_THE_END = 20;

/** The list as far as it is loaded; only what is in sight is on the page. */
export function BlockRows() {
  const { t } = useTranslation();
  const rows = useBlockList((state) => state.rows);
  const tab = useBlockList((state) => state.tab);
  const hasManyNumbers = useStatus((state) => (state.status?.accounts.length ?? 0) > 1);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState(0);
  const at = Math.min(focused, rows.length - 1);

  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, and nothing of it is passed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The row that Tab goes to has to be there even when it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), at])].toSorted(byValue),
  });
  // Whoever took a row away goes on with the one that stands in its place.
  const hasFocus = useRef(false);
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) focusRow(at);
  }, [rows, at]);

  const isNearEnd = (virtual.range?.endIndex ?? 0) > rows.length - NEAR_THE_END;
  useEffect(() => {
    if (isNearEnd) void loadMoreBlocks();
  }, [isNearEnd, rows.length]);

  function moveFocus(to: number) {
    const index = Math.min(rows.length - 1, Math.max(0, to));
    setFocused(index);
    virtual.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() => focusRow(index));
  }

  function focusRow(index: number) {
    list.current?.querySelector<HTMLElement>(`[data-row="${index}"] [data-focus]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[at];
    if (row === undefined) return;
    const target = targetOfKey(event, at, rows.length);
    const action = tab === 'active' ? actionOfKey(event) : undefined;
    if (target === undefined && action === undefined) return;
    event.preventDefault();
    if (action !== undefined) doWithRow(action, row, rows);
    if (target !== undefined) moveFocus(target);
    if (action === 'extendDown') moveFocus(at + 1);
    if (action === 'extendUp') moveFocus(at - 1);
  }

  return (
    <>
      <Columns isHistory={tab === 'history'} />
      <div ref={scroller} className={styles['scroller']}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the rows inside */}
        <ul
          ref={list}
          aria-label={t('blocks.screen.list')}
          className={styles['list']}
          style={{ blockSize: virtual.getTotalSize() }}
          onFocus={({ target }) => {
            hasFocus.current = true;
            setFocused(rowAround(target) ?? at);
          }}
          onBlur={({ relatedTarget }) => {
            if (relatedTarget !== null) hasFocus.current = false;
          }}
          onKeyDown={onKeyDown}
        >
          {virtual.getVirtualItems().map((item) => {
            const block = rows[item.index];
            if (block === undefined) return null;
            return (
              <li
                key={item.key}
                data-row={item.index}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
                className={styles['item']}
                style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
              >
                <BlockRow
                  block={block}
                  isTabStop={item.index === at}
                  showsNumber={hasManyNumbers}
                />
              </li>
            );
          })}
        </ul>
      </div>
      {tab === 'active' && <p className={styles['keys']}>{t('blocks.screen.keys')}</p>}
    </>
  );
}

function rowAround(target: Element): number | undefined {
  const row = target.closest<HTMLElement>('[data-row]');
  return row === null ? undefined : Number(row.dataset['row']);
}

function byValue(a: number, b: number): number {
  return a - b;
}

/** The names of the columns, for the eye; each cell says its own to those who listen. */
function Columns({ isHistory }: { readonly isHistory: boolean }) {
  const { t } = useTranslation();
  const end = t(isHistory ? 'blocks.screen.ended' : 'blocks.screen.until');
  return (
    <div aria-hidden="true" className={styles['columns']}>
      <span />
      <span>{t('blocks.screen.who')}</span>
      <span>{t('blocks.screen.why')}</span>
      <span className={styles['by']}>{t('blocks.screen.by')}</span>
      <span>
        {t('blocks.screen.since')}
        <span className={styles['both']}> · {end}</span>
      </span>
      <span className={styles['until']}>{end}</span>
      <span />
    </div>
  );
}
