import { useTranslation } from 'react-i18next';
import { loadChats, useChats } from '../../../stores/chats.ts';
import { useStatus } from '../../../stores/status.ts';
import styles from './ChatFilters.module.css';

const FILTERS = ['all', 'unread'] as const;

export function ChatFilters() {
  const { t } = useTranslation();
  const filter = useChats((state) => state.filter);
  const unread = useStatus((state) => state.status?.unreadChats ?? 0);
  const labels = {
    all: t('list.all'),
    unread: unread === 0 ? t('list.unreadNone') : t('list.unread', { count: unread }),
  };
  return (
    <fieldset aria-label={t('list.filters')} className={styles['filters']}>
      {FILTERS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={filter === name}
          className={styles['chip']}
          onClick={() => void loadChats(name)}
        >
          {labels[name]}
        </button>
      ))}
    </fieldset>
  );
}
