import { useTranslation } from 'react-i18next';
import { ArrowDown } from 'lucide-react';
import { goToEnd, useThread } from '../../../stores/thread.ts';
import styles from './NewBelow.module.css';

/** The way down while reading further up; says how much has come in since. */
export function NewBelow() {
  const { t } = useTranslation();
  const isAtEnd = useThread((state) => state.isAtBottom && state.newerCursor === null);
  const count = useThread((state) => state.newBelow);
  if (isAtEnd) return null;
  const label = count === 0 ? t('thread.toLatest') : t('thread.newBelow', { count });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={styles['pill']}
      onClick={() => void goToEnd()}
    >
      <ArrowDown aria-hidden="true" size={17} strokeWidth={1.75} />
      {count > 0 && t('thread.unread', { count })}
    </button>
  );
}
