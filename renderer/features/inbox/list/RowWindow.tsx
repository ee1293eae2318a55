import { useTranslation } from 'react-i18next';
import { unreachable } from '#shared/unreachable.ts';
import { useSpanText } from '../../../ui/use-span-text.ts';
import { useWindowState } from '../../../ui/use-window-open.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './RowWindow.module.css';

interface RowWindowProps {
  readonly expiresAt: number | null;
}

/** Says in the list only what needs haste, or what no longer works. */
export function RowWindow({ expiresAt }: RowWindowProps) {
  const { t } = useTranslation();
  const spanText = useSpanText();
  const state = useWindowState(expiresAt);
  switch (state.kind) {
    case 'open': {
      if (state.urgency === 'calm') return null;
      const time = spanText(state.remainingMs);
      return (
        <span
          title={t('list.closesIn', { time })}
          className={classes(styles['chip'], styles[state.urgency])}
        >
          {time}
        </span>
      );
    }
    case 'closed':
    case 'never_opened':
      return (
        <span title={t('list.closedLong')} className={styles['chip']}>
          {t('list.closed')}
        </span>
      );
    default:
      return unreachable(state);
  }
}
