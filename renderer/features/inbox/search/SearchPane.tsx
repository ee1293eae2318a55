import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Search, X } from 'lucide-react';
import { useCommand } from '../../../app/commands/handlers.ts';
import { commandKeysText } from '../../../app/commands/key-combo.ts';
import { goToChat } from '../../../stores/route.ts';
import { clearSearch, isSearching, typeSearch, useSearch } from '../../../stores/search.ts';
import { OperatorChips } from './OperatorChips.tsx';
import { SearchResults } from './SearchResults.tsx';
import styles from './SearchPane.module.css';

/** The search field above the list; while something is asked, the answers lie over the list. */
export function SearchPane({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const text = useSearch((state) => state.text);
  const isOpen = useSearch(isSearching);
  const [hasFocus, setHasFocus] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  function focusField() {
    field.current?.focus();
    field.current?.select();
  }

  useCommand('searchEverywhere', () => {
    if (field.current?.offsetParent !== null) return focusField();
    // In a narrow window the thread stands where the list would.
    flushSync(() => goToChat(undefined));
    focusField();
  });

  function leave() {
    // At once: a frame later the focus would be taken from whoever has gone on typing.
    flushSync(clearSearch);
    pane.current?.querySelector<HTMLElement>('[data-chat][tabindex="0"]')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && (isOpen || hasFocus)) {
      event.preventDefault();
      leave();
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const stops = [...(pane.current?.querySelectorAll<HTMLElement>('[data-search-stop]') ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (!isOpen || at === -1) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    setHasFocus(currentTarget.contains(relatedTarget));
  }

  return (
    <div ref={pane} className={styles['pane']}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of what is inside */}
      <search className={styles['search']} data-open={isOpen} onKeyDown={onKeyDown}>
        <div onFocus={() => setHasFocus(true)} onBlur={onBlur}>
          <div className={styles['field']}>
            <Search aria-hidden="true" size={17} strokeWidth={1.75} className={styles['icon']} />
            <input
              ref={field}
              type="search"
              data-search-stop
              aria-label={t('search.field')}
              placeholder={t('search.field')}
              maxLength={500}
              spellCheck={false}
              autoComplete="off"
              className={styles['input']}
              value={text}
              onChange={(event) => typeSearch(event.target.value)}
            />
            {text === '' ? (
              <kbd className={styles['keys']}>
                {commandKeysText('searchEverywhere', window.frontdesk.shell.platform)}
              </kbd>
            ) : (
              <button
                type="button"
                aria-label={t('search.clear')}
                className={styles['clear']}
                onClick={leave}
              >
                <X aria-hidden="true" size={16} strokeWidth={1.75} />
              </button>
            )}
          </div>
          {(hasFocus || isOpen) && (
            <OperatorChips
              onTake={(next) => {
                typeSearch(next);
                field.current?.focus();
              }}
            />
          )}
        </div>
        {isOpen && <SearchResults />}
      </search>
      <div className={styles['list']} inert={isOpen}>
        {children}
      </div>
    </div>
  );
}
