import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { ContextMenu } from '@base-ui/react/context-menu';
import { useTranslation } from 'react-i18next';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { asId } from '#shared/ids.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { loadMoreChats, useChats } from '../../../stores/chats.ts';
import { goToChat, useRoute } from '../../../stores/route.ts';
import { usePreferences } from '../../../stores/preferences.ts';
import {
  chooseRange,
  clearSelection,
  toggleChosen,
  useSelection,
} from '../../../stores/selection.ts';
import { useStatus } from '../../../stores/status.ts';
import { RowMenu } from '../triage/RowMenu.tsx';
import { triage } from '../triage/triage-chats.ts';
import { ChatRow } from './ChatRow.tsx';
import styles from './VirtualChats.module.css';

const NEAR_THE_END = 15;

const TRIAGE_KEYS = [
  { command: 'done', action: 'done' },
  { command: 'snooze', action: 'snooze' },
  { command: 'toggleUnread', action: 'unread' },
  { command: 'mute', action: 'mute' },
  { command: 'pin', action: 'pin' },
  { command: 'label', action: 'label' },
] as const;

export function VirtualChats() {
  const { t } = useTranslation();
  const rows = useChats((state) => state.rows);
  const selected = useRoute((state) => state.chatId);
  const hasManyAccounts = useStatus((state) => (state.status?.accounts.length ?? 0) > 1);
  const isCompact = usePreferences((state) => state.preferences?.density === 'compact');
  const rowHeight = isCompact ? 56 : 68;

  const list = useRef<HTMLUListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<ChatId>();
  const [menuFor, setMenuFor] = useState<ChatId>();
  const chosen = useSelection((state) => state.chosen);
  const focusedIndex = indexToFocus(rows, focused, selected);

  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, and nothing of it is passed on
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // The row that Tab goes to has to be there even when it is scrolled away.
    rangeExtractor: (range) => withIndex(range, focusedIndex),
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  const isNearEnd = (virtual.range?.endIndex ?? 0) > rows.length - NEAR_THE_END;
  useEffect(() => {
    if (isNearEnd) void loadMoreChats();
  }, [isNearEnd, rows.length]);

  const selectedIndex = rows.findIndex((chat) => chat.id === selected);
  useEffect(() => {
    if (selected !== undefined) setFocused(selected);
  }, [selected]);
  const hasSelection = selectedIndex !== -1;
  useEffect(() => {
    const index = useChats.getState().rows.findIndex((chat) => chat.id === selected);
    // Only when the choice changed: a list that jumps because somebody wrote is no list to read.
    if (hasSelection && index !== -1) virtual.scrollToIndex(index, { align: 'auto' });
  }, [selected, hasSelection, virtual]);

  function moveFocus(index: number) {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setFocused(row.id);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-chat="${row.id}"]`)?.focus();
    });
  }

  const onClick = useCallback((chatId: ChatId, event: MouseEvent) => {
    const order = useChats.getState().rows.map(({ id }) => id);
    const { chatId: open } = useRoute.getState();
    if (event.ctrlKey || event.metaKey) toggleChosen(chatId);
    else if (event.shiftKey) chooseRange(order, open ?? chatId, chatId);
    else {
      clearSelection();
      goToChat(chatId);
    }
    setFocused(chatId);
  }, []);

  function extend(by: 1 | -1) {
    const [from, to] = [rows[focusedIndex], rows[focusedIndex + by]];
    if (from === undefined || to === undefined) return;
    chooseRange(
      rows.map(({ id }) => id),
      from.id,
      to.id,
    );
    moveFocus(focusedIndex + by);
  }

  /** Whether it was the key of something to do with the row in focus. */
  function didTriage(event: KeyboardEvent): boolean {
    const { platform } = window.frontdesk.shell;
    if (isKeyFor('extendDown', event, platform)) extend(1);
    else if (isKeyFor('extendUp', event, platform)) extend(-1);
    else {
      const key = TRIAGE_KEYS.find(({ command }) => isKeyFor(command, event, platform));
      if (key === undefined) return false;
      triage(key.action, rowAround(event.target));
      if (key.action !== 'label') moveFocus(focusedIndex);
    }
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    const { platform } = window.frontdesk.shell;
    if (didTriage(event)) {
      event.preventDefault();
      return;
    }
    const target = targetOf();
    if (target === undefined) return;
    event.preventDefault();
    moveFocus(target);

    function targetOf(): number | undefined {
      if (isKeyFor('rowDown', event, platform)) return focusedIndex + 1;
      if (isKeyFor('rowUp', event, platform)) return focusedIndex - 1;
      if (isKeyFor('firstRow', event, platform)) return 0;
      if (isKeyFor('lastRow', event, platform)) return rows.length - 1;
      return undefined;
    }
  }

  return (
    <div ref={scroller} className={styles['scroller']}>
      <ContextMenu.Root>
        <ContextMenu.Trigger
          render={
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the rows inside
            <ul
              ref={list}
              onContextMenuCapture={(event) => setMenuFor(rowAround(event.target))}
              aria-label={t('list.label')}
              className={styles['list']}
              style={{ blockSize: virtual.getTotalSize() }}
              onFocus={(event) => setFocused(rowAround(event.target))}
              onKeyDown={onKeyDown}
            />
          }
        >
          {items.map((item) => {
            const chat = rows[item.index];
            if (chat === undefined) return null;
            return (
              <li
                key={item.key}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
                className={styles['item']}
                style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
              >
                <ChatRow
                  chat={chat}
                  isSelected={chat.id === selected}
                  isTabStop={item.index === focusedIndex}
                  showsAccount={hasManyAccounts}
                  isChosen={chosen.size === 0 ? undefined : chosen.has(chat.id)}
                  onClick={onClick}
                />
              </li>
            );
          })}
        </ContextMenu.Trigger>
        <RowMenu chatId={menuFor} />
      </ContextMenu.Root>
    </div>
  );
}

function rowAround(target: EventTarget): ChatId | undefined {
  const row = target instanceof Element ? target.closest('[data-chat]') : null;
  const id = row instanceof HTMLElement ? Number(row.dataset['chat']) : undefined;
  return id === undefined ? undefined : asId<ChatId>(id);
}

function indexToFocus(
  rows: readonly Chat[],
  focused: ChatId | undefined,
  selected: ChatId | undefined,
): number {
  const wanted = rows.findIndex((chat) => chat.id === focused);
  if (wanted !== -1) return wanted;
  return Math.max(
    0,
    rows.findIndex((chat) => chat.id === selected),
  );
}

function withIndex(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index >= range.count || shown.includes(index)) return shown;
  return [...shown, index].toSorted((a, b) => a - b);
}
