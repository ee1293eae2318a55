import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '@base-ui/react/menu';
import { ChevronDown, CircleAlert } from 'lucide-react';
import type { ChatFilter } from '#shared/chat-filter.ts';
import { chooseLabel, chooseView } from '../../../stores/chat-choice.ts';
import { loadCounts, useChats } from '../../../stores/chats.ts';
import { manageLabels, useLabels } from '../../../stores/labels.ts';
import { mainElement } from '../../../ui/main-element.ts';
import { LabelDot } from '../../../ui/LabelDot.tsx';
import menuStyles from '../../../ui/Menu.module.css';
import styles from './ChatFilters.module.css';

const EVERY_MS = 60_000;

const CHIPS = ['all', 'unread', 'waiting', 'closing'] as const;
const MORE = ['failed', 'snoozed', 'resolved'] as const;

export function ChatFilters() {
  const { t } = useTranslation();
  const labelId = useChats((state) => state.labelId);
  const shown = useChats((state) => state.filter);
  const filter = labelId === null ? shown : undefined;
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
  readonly filter: ChatFilter | undefined;
  readonly textOf: (filter: ChatFilter) => string;
}

function MoreViews({ filter, textOf }: MoreViewsProps) {
  const { t } = useTranslation();
  const chosen = MORE.find((name) => name === filter);
  const labels = useLabels((state) => state.all);
  const labelId = useChats((state) => state.labelId);
  const label = labels.find(({ id }) => id === labelId);
  const failed = useChats((state) => (filter === 'failed' ? 0 : (state.counts?.failed ?? 0)));
  const title = failed === 0 ? t('list.more') : t('list.moreFailed', { count: failed });
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={chosen === undefined && label === undefined ? title : undefined}
        title={failed > 0 ? title : undefined}
        className={styles['chip']}
        data-chosen={chosen !== undefined || label !== undefined}
      >
        {chosen !== undefined && textOf(chosen)}
        {failed > 0 && (
          <CircleAlert aria-hidden="true" size={14} strokeWidth={2} className={styles['failed']} />
        )}
        {label !== undefined && (
          <>
            <LabelDot color={label.color} />
            <span dir="auto" className={styles['labelName']}>
              {label.name}
            </span>
          </>
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
            <Menu.Group className={styles['labels']}>
              <Menu.GroupLabel className={styles['groupName']}>{t('labels.name')}</Menu.GroupLabel>
              {labels.map(({ id, name, color }) => (
                <Menu.Item
                  key={id}
                  className={menuStyles['item']}
                  onClick={() => void chooseLabel(id)}
                >
                  <LabelDot color={color} />
                  <span dir="auto" className={styles['labelName']}>
                    {name}
                  </span>
                </Menu.Item>
              ))}
              <Menu.Item className={menuStyles['item']} onClick={() => manageLabels(true)}>
                {t('labels.manage')}
              </Menu.Item>
            </Menu.Group>
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
