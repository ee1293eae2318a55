import { memo } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { contactName } from '../../../ui/contact-text.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Hidden } from '../../../ui/Hidden.tsx';
import { rowTimeText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { classes } from '../../../ui/classes.ts';
import { RowLabels } from '../labels/RowLabels.tsx';
import { RowMarks } from './RowMarks.tsx';
import { RowPreview } from './RowPreview.tsx';
import { RowWindow } from './RowWindow.tsx';
import styles from './ChatRow.module.css';

interface ChatRowProps {
  readonly chat: Chat;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly showsAccount: boolean;
  /** Undefined while no rows are being chosen. */
  readonly isChosen: boolean | undefined;
  readonly onClick: (chatId: ChatId, event: MouseEvent) => void;
}

export const ChatRow = memo(function ChatRow(props: ChatRowProps) {
  const { chat, isSelected, isTabStop, showsAccount, isChosen, onClick } = props;
  const { t, i18n } = useTranslation();
  const now = useNow();
  const isUnread = chat.unreadCount > 0 || chat.isMarkedUnread;
  return (
    <button
      type="button"
      data-chat={chat.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isSelected ? 'true' : undefined}
      className={classes(styles['row'], isUnread && styles['unread'])}
      aria-pressed={isChosen}
      onClick={(event) => onClick(chat.id, event)}
    >
      <Avatar contact={chat.contact} size="row" />
      <span className={styles['lines']}>
        <span className={styles['line']}>
          <span dir="auto" className={styles['name']}>
            {contactName(chat.contact)}
          </span>
          {showsAccount && <span className={styles['account']}>{chat.accountName}</span>}
          {chat.lastMessageAt !== null && (
            <time className={styles['time']}>
              {rowTimeText(chat.lastMessageAt, now, i18n.language)}
            </time>
          )}
        </span>
        <span className={styles['line']}>
          <RowPreview chat={chat} isSelected={isSelected} />
          <RowLabels labels={chat.labels} />
          <RowMarks chat={chat} now={now} />
          <RowWindow expiresAt={chat.windowExpiresAt} now={now} />
          {chat.unreadCount === 0 && chat.isMarkedUnread && (
            <span className={styles['dot']}>
              <Hidden>{t('triage.marks.unread')}</Hidden>
            </span>
          )}
          {chat.unreadCount > 0 && (
            <span className={styles['pill']}>
              <span aria-hidden="true">{chat.unreadCount > 99 ? '99+' : chat.unreadCount}</span>
              <Hidden>{t('list.unreadMessages', { count: chat.unreadCount })}</Hidden>
            </span>
          )}
        </span>
      </span>
    </button>
  );
});
