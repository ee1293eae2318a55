import { useTranslation } from 'react-i18next';
import { hoursAndMinutes } from './time-text.ts';

/** Says a span of milliseconds as "21 h 40 m" or "12 m". */
export function useSpanText(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    const { hours, minutes } = hoursAndMinutes(ms);
    return hours === 0 ? t('window.minutes', { minutes }) : t('window.hours', { hours, minutes });
  };
}
