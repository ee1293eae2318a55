import { useTranslation } from 'react-i18next';
import { dayText, daysAgo } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './DayName.module.css';

export function DayName({ at }: { readonly at: number }) {
  const name = useDayName(at);
  return (
    <p className={styles['day']}>
      <span className={styles['name']}>{name}</span>
    </p>
  );
}

export function useDayName(at: number): string {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const days = daysAgo(at, now);
  if (days === 0) return t('thread.today');
  if (days === 1) return t('thread.yesterday');
  return dayText(at, now, i18n.language);
}
