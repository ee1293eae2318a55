import { useTranslation } from 'react-i18next';
import { AlarmClock, BellOff, CircleAlert, Pin } from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import { FOREVER } from '#shared/triage.ts';
import { isMuted, isSnoozed } from '../../../stores/chat-view.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import styles from './RowMarks.module.css';

/** Small signs for what the owner decided about a chat. */
export function RowMarks({ chat, now }: { readonly chat: Chat; readonly now: number }) {
  const { t, i18n } = useTranslation();
  const until = chat.snoozedUntil;
  const snooze =
    until === null
      ? t('triage.marks.untilReply')
      : t('triage.marks.until', { time: nearMomentText(until, now, i18n.language) });
  const muted =
    chat.mutedUntil === null || chat.mutedUntil === FOREVER
      ? t('triage.marks.muted')
      : t('triage.marks.mutedUntil', { time: nearMomentText(chat.mutedUntil, now, i18n.language) });
  const isShownByTick = chat.preview?.status === 'failed' || chat.preview?.status === 'unknown';
  const marks = [
    {
      icon: CircleAlert,
      words: t('list.needsYou', { count: chat.failedCount }),
      is: chat.failedCount > 0 && !isShownByTick,
    },
    { icon: AlarmClock, words: snooze, is: isSnoozed(chat) },
    { icon: BellOff, words: muted, is: isMuted(chat, now) },
    { icon: Pin, words: t('triage.marks.pinned'), is: chat.pinnedAt !== null },
  ];
  return marks
    .filter(({ is }) => is)
    .map(({ icon: Icon, words }) => (
      <span key={words} title={words} className={styles['mark']}>
        <Icon
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawn sign, no picture file
          role="img"
          aria-hidden="false"
          aria-label={words}
          size={14}
          strokeWidth={1.75}
        />
      </span>
    ));
}
