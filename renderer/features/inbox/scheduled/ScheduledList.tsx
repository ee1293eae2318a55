import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarClock } from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import type { ScheduledMessage } from '#shared/models/scheduled-message.ts';
import { canReplyFreely } from '#shared/window.ts';
import {
  askForTime,
  cancelScheduled,
  loadScheduled,
  sendScheduledNow,
  useScheduled,
} from '../../../stores/scheduled.ts';
import { Button } from '../../../ui/Button.tsx';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { contactName } from '../../../ui/contact-text.ts';
import styles from './ScheduledList.module.css';

/** What is still to leave into a chat, at the foot of its thread. */
export function ScheduledList({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const items = useScheduled((state) => (state.chatId === chat.id ? state.items : undefined));
  useEffect(() => void loadScheduled(chat.id), [chat.id]);
  if (items === undefined || items.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section tabIndex={0} aria-label={t('scheduled.list')} className={styles['list']}>
      <ul>
        {items.map((scheduled) => (
          <Item key={scheduled.id} chat={chat} scheduled={scheduled} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly chat: Chat;
  readonly scheduled: ScheduledMessage;
}

function Item({ chat, scheduled }: ItemProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { body, dueAt } = scheduled;
  const willBeClosed = !canReplyFreely(chat.windowExpiresAt, dueAt);
  return (
    <li className={styles['item']}>
      <div className={styles['bubble']}>
        <p dir="auto" className={styles['text']}>
          {body}
        </p>
        <p className={styles['due']}>
          <CalendarClock aria-hidden="true" size={13} strokeWidth={1.9} />
          {t('scheduled.leaves', { time: nearMomentText(dueAt, now, i18n.language) })}
        </p>
      </div>
      {willBeClosed && (
        <p className={styles['warning']}>
          {t('scheduled.closedByThen', { name: contactName(chat.contact) })}
        </p>
      )}
      <div className={styles['choices']}>
        <Button kind="text" onClick={() => askForTime({ kind: 'change', chat, scheduled })}>
          {t('scheduled.edit')}
        </Button>
        <Button kind="text" onClick={() => void sendScheduledNow(scheduled)}>
          {t('scheduled.sendNow')}
        </Button>
        <Button kind="text" onClick={() => void cancelScheduled(scheduled)}>
          {t('scheduled.cancel')}
        </Button>
      </div>
    </li>
  );
}
