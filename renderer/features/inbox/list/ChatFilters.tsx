import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { ChevronDown, CircleAlert } from 'lucide-react';
import type { ChatFilter } from '#shared/chat-filter.ts';
import { chooseView } from '../../../stores/chat-choice.ts';
import { loadCounts, useChats } from '../../../stores/chats.ts';
import { mainElement } from '../../../ui/main-element.ts';
import menuStyles from '../triage/RowMenu.module.css';
import styles from './ChatFilters.module.css';

const EVERY_MS = 60_000;

const CHIPS = ['all', 'unread', 'waiting', 'closing'] as const;
const MORE = ['failed', 'snoozed', 'resolved'] as const;

export function ChatFilters() {
  const { t } = useTranslation();
  const filter = useChats((state) => state.filter);
  const textOf = useFilterText();
  useEffect(() => {
    // Windows come near their end without anything being written.
    const timer = setInterval(() => void loadCounts(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <fieldset aria-label={t('list.filters')} className={styles['filters']}>
      {CHIPS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={filter === name}
          className={styles['chip']}
          onClick={() => void chooseView(name)}
        >
          {textOf(name)}
        </button>
      ))}
      <MoreViews filter={filter} textOf={textOf} />
    </fieldset>
  );
}

interface MoreViewsProps {
  readonly filter: ChatFilter;
  readonly textOf: (filter: ChatFilter) => string;
}

function MoreViews({ filter, textOf }: MoreViewsProps) {
  const { t } = useTranslation();
  const chosen = MORE.find((name) => name === filter);
  const failed = useChats((state) => (filter === 'failed' ? 0 : (state.counts?.failed ?? 0)));
  const label = failed === 0 ? t('list.more') : t('list.moreFailed', { count: failed });
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={chosen === undefined ? label : undefined}
        title={failed > 0 ? label : undefined}
        className={styles['chip']}
        data-chosen={chosen !== undefined}
      >
        {chosen !== undefined && textOf(chosen)}
        {failed > 0 && (
          <CircleAlert aria-hidden="true" size={14} strokeWidth={2} className={styles['failed']} />
        )}
        <ChevronDown aria-hidden="true" size={14} strokeWidth={2} />
      </Menu.Trigger>
      <Menu.Portal container={mainElement()}>
        <Menu.Positioner align="end" sideOffset={6} className={menuStyles['place']}>
          <Menu.Popup className={menuStyles['menu']}>
            {MORE.map((name) => (
              <Menu.Item
                key={name}
                className={menuStyles['item']}
                onClick={() => void chooseView(name)}
              >
                {textOf(name)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** A view's name, and how many chats are in it where that is worth knowing. */
function useFilterText(): (filter: ChatFilter) => string {
  const { t } = useTranslation();
  const counts = useChats((state) => state.counts);
  return (filter) => {
    const count = filter === 'all' || filter === 'resolved' ? 0 : (counts?.[filter] ?? 0);
    return count === 0 ? t(`list.views.${filter}`) : `${t(`list.views.${filter}`)} ${count}`;
  };
}
