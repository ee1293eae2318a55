import { useCallback, useEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import type { ContactColumn } from '#shared/contact-columns.ts';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { loadMoreContacts, useContactList } from '../../../stores/contact-list.ts';
import {
  chooseContactRange,
  chooseNobody,
  isChosen,
  toggleContact,
  useContactSelection,
} from '../../../stores/contact-selection.ts';
import { usePreferences } from '../../../stores/preferences.ts';
import { goToScreen, useRoute } from '../../../stores/route.ts';
import { ContactGridHead } from './ContactGridHead.tsx';
import { ContactRow } from './ContactRow.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import styles from './ContactGrid.module.css';

const NEAR_THE_END = 40;
const NO_COLUMNS: readonly ContactColumn[] = [];

/** Everybody who is shown, a row each; only those in sight are on the page. */
export function ContactGrid({ contactId: open }: { readonly contactId: ContactId | undefined }) {
  const { t } = useTranslation();
  const rows = useContactList((state) => state.rows);
  const fitting = useContactList((state) => state.count?.fitting);
  const columns = usePreferences((state) => state.preferences?.contactColumns ?? NO_COLUMNS);
  const isCompact = usePreferences((state) => state.preferences?.density === 'compact');
  const choice = useContactSelection((state) => state.choice);
  const rowHeight = isCompact ? 44 : 52;
  const body = useRef<HTMLTableSectionElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<ContactId>();
  const focusedIndex = indexOf(rows, focused) ?? indexOf(rows, open) ?? 0;

  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, and nothing of it is passed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    // What stands above the rows, and stays there.
    scrollPaddingStart: HEAD_HEIGHT,
    // The row that Tab goes to has to be there even when it is scrolled away.
    rangeExtractor: (range) => withIndex(range, focusedIndex),
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const isNearEnd = (virtual.range?.endIndex ?? 0) > rows.length - NEAR_THE_END;
  useEffect(() => {
    if (isNearEnd) void loadMoreContacts();
  }, [isNearEnd, rows.length]);

  function moveFocus(index: number) {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setFocused(row.id);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    requestAnimationFrame(() => {
      body.current?.querySelector<HTMLElement>(`[data-contact="${row.id}"]`)?.focus();
    });
  }
  const onKeyDown = useGridKeys({ rows, focusedIndex, moveFocus });

  const onClick = useCallback((contactId: ContactId, event: MouseEvent) => {
    const order = useContactList.getState().rows.map(({ id }) => id);
    const isOnBox = event.target instanceof HTMLInputElement;
    setFocused((from) => {
      if (event.shiftKey) chooseContactRange(order, from ?? contactId, contactId);
      return contactId;
    });
    if (event.shiftKey) return;
    if (isOnBox || event.ctrlKey || event.metaKey) return toggleContact(contactId);
    chooseNobody();
    // Beside an open profile a click is enough to see the next one.
    if (/^\d+$/.test(useRoute.getState().path)) goToScreen('contacts', String(contactId));
    return undefined;
  }, []);

  return (
    <div ref={scroller} className={styles['scroller']}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose rows can be chosen
        role="grid"
        aria-label={t('contacts.list')}
        aria-multiselectable="true"
        aria-rowcount={(fitting ?? rows.length) + 1}
        className={styles['grid']}
      >
        <ContactGridHead columns={columns} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the rows inside */}
        <tbody
          ref={body}
          className={styles['body']}
          style={{ blockSize: virtual.getTotalSize() }}
          onFocus={(event) => setFocused(contactAround(event.target))}
          onKeyDown={onKeyDown}
        >
          {virtual.getVirtualItems().map((item) => {
            const contact = rows[item.index];
            if (contact === undefined) return null;
            return (
              <ContactRow
                key={item.key}
                contact={contact}
                columns={columns}
                index={item.index}
                top={item.start}
                height={item.size}
                isOpen={contact.id === open}
                isChosen={isChosen(choice, contact.id)}
                isTabStop={item.index === focusedIndex}
                onClick={onClick}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const HEAD_HEIGHT = 36;

function indexOf(
  rows: readonly { readonly id: ContactId }[],
  id: ContactId | undefined,
): number | undefined {
  const index = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
  return index === -1 ? undefined : index;
}

function contactAround(target: EventTarget): ContactId | undefined {
  const row = target instanceof Element ? target.closest('[data-contact]') : null;
  return row instanceof HTMLElement ? asId<ContactId>(Number(row.dataset['contact'])) : undefined;
}

function withIndex(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index >= range.count || shown.includes(index)) return shown;
  return [...shown, index].toSorted((a, b) => a - b);
}
