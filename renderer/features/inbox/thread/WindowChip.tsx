import { useTranslation } from 'react-i18next';
import { unreachable } from '#shared/unreachable.ts';
import { Tip } from '../../../ui/Tip.tsx';
import { useWindowState } from '../../../ui/use-window-open.ts';
import { useSpanText } from '../../../ui/use-span-text.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './WindowChip.module.css';

/** How long a free reply is possible. */
export function WindowChip({ expiresAt }: { readonly expiresAt: number | null }) {
  const { t } = useTranslation();
  const spanText = useSpanText();
  const state = useWindowState(expiresAt);
  switch (state.kind) {
    case 'open': {
      const time = spanText(state.remainingMs);
      return (
        <Chip
          tone={state.urgency}
          text={t('window.free', { time })}
          explanation={t('window.freeLong', { time })}
        />
      );
    }
    case 'closed':
      return <Chip tone="closed" text={t('window.closed')} explanation={t('window.closedLong')} />;
    case 'never_opened':
      return <Chip tone="closed" text={t('window.never')} explanation={t('window.neverLong')} />;
    default:
      return unreachable(state);
  }
}

interface ChipProps {
  readonly tone: 'calm' | 'soon' | 'last_hour' | 'closed';
  readonly text: string;
  readonly explanation: string;
}

function Chip({ tone, text, explanation }: ChipProps) {
  return (
    <Tip text={explanation}>
      <span className={classes(styles['chip'], styles[tone])}>{text}</span>
    </Tip>
  );
}
