import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import type { ChatId } from '#shared/ids.ts';
import { useCommand } from '../../../app/commands/handlers.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import {
  closeThreadSearch,
  openThreadSearch,
  stepThroughHits,
  typeThreadSearch,
  useThreadSearch,
} from '../../../stores/thread-search.ts';
import styles from './ThreadSearchBar.module.css';

/** The search inside one chat: below its header while it is open. */
export function ThreadSearchBar({ chatId }: { readonly chatId: ChatId }) {
  const isOpen = useThreadSearch((state) => state.chatId === chatId);
  useCommand('searchChat', () => {
    flushSync(() => openThreadSearch(chatId));
    document.querySelector<HTMLElement>('[data-thread-search]')?.focus();
  });
  useEffect(() => {
    if (useThreadSearch.getState().chatId !== chatId) closeThreadSearch();
  }, [chatId]);
  return isOpen ? <Bar /> : null;
}

function Bar() {
  const { t } = useTranslation();
  const text = useThreadSearch((state) => state.text);
  const count = useThreadSearch((state) => state.hits.length);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') closeThreadSearch();
    else if (event.key === 'Enter' && event.target === field.current) {
      stepThroughHits(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of what is inside
    <search aria-label={t('search.inChat')} className={styles['bar']} onKeyDown={onKeyDown}>
      <Search aria-hidden="true" size={17} strokeWidth={1.75} className={styles['icon']} />
      <input
        ref={field}
        type="text"
        data-thread-search
        aria-label={t('search.inChat')}
        placeholder={t('search.inChat')}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        className={styles['input']}
        value={text}
        onChange={(event) => typeThreadSearch(event.target.value)}
      />
      <Position />
      <IconButton
        icon={ChevronUp}
        label={t('search.older')}
        keys="Enter"
        disabled={count === 0}
        onClick={() => stepThroughHits(1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('search.newer')}
        keys="Shift+Enter"
        disabled={count === 0}
        onClick={() => stepThroughHits(-1)}
      />
      <IconButton icon={X} label={t('search.close')} keys="Esc" onClick={closeThreadSearch} />
    </search>
  );
}

function Position() {
  const { t } = useTranslation();
  const { hits, position, hasMore, isAnswered } = useThreadSearch();
  if (!isAnswered) return null;
  const words =
    hits.length === 0
      ? t('search.nothing')
      : t(hasMore ? 'search.positionMany' : 'search.position', {
          position: position + 1,
          count: hits.length,
        });
  return <span className={styles['position']}>{words}</span>;
}
