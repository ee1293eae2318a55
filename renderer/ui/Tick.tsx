import { useTranslation } from 'react-i18next';
import { Check, CheckCheck, CircleHelp, Clock3, Play, CircleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MessageStatus } from '#shared/models/message.ts';
import { classes } from './classes.ts';
import styles from './Tick.module.css';

interface Sign {
  readonly icon: LucideIcon;
  readonly tone: 'plain' | 'seen' | 'bad' | 'doubt';
}

const SIGNS: Readonly<Record<Exclude<MessageStatus, 'received'>, Sign>> = {
  queued: { icon: Clock3, tone: 'plain' },
  accepted: { icon: Check, tone: 'plain' },
  sent: { icon: Check, tone: 'plain' },
  delivered: { icon: CheckCheck, tone: 'plain' },
  read: { icon: CheckCheck, tone: 'seen' },
  played: { icon: Play, tone: 'seen' },
  failed: { icon: CircleAlert, tone: 'bad' },
  unknown: { icon: CircleHelp, tone: 'doubt' },
};

/** What became of our own message, as a shape and in words. Inbound messages have no tick. */
export function Tick({ status }: { readonly status: MessageStatus }) {
  const { t } = useTranslation();
  if (status === 'received') return null;
  const { icon: Icon, tone } = SIGNS[status];
  const words = t(`status.${status}`);
  return (
    <span title={words} className={classes(styles['tick'], styles[tone])}>
      <Icon
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawn sign, no picture file
        role="img"
        aria-hidden="false"
        aria-label={words}
        size={status === 'played' ? 11 : 15}
        strokeWidth={1.9}
      />
    </span>
  );
}
