import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import { useThread } from '../../../stores/thread.ts';
import { classes } from '../../../ui/classes.ts';
import { NotesAtTheTop, ThreadNotes } from '../notes/ThreadNotes.tsx';
import { DayName } from './DayName.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import { SystemNote } from './SystemNote.tsx';
import styles from './MessageItem.module.css';

interface MessageItemProps {
  readonly message: Message;
  readonly startsDay: boolean;
  readonly startsRun: boolean;
  readonly isLast: boolean;
  readonly contactName: string;
  readonly isTabStop: boolean;
}

/** One message with what stands above it: the day's name, the line above what is unread. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, startsDay, startsRun, isLast, contactName, isTabStop } = props;
  const isSystem = message.content.kind === 'system';
  return (
    <div
      className={classes(
        styles['item'],
        startsRun && styles['startsRun'],
        isLast && styles['isLast'],
      )}
    >
      <NotesAtTheTop messageId={message.id} />
      {startsDay && <DayName at={message.timestamp} />}
      <UnreadLine messageId={message.id} />
      {isSystem ? (
        <SystemNote message={message} isTabStop={isTabStop} />
      ) : (
        <MessageBubble message={message} contactName={contactName} isTabStop={isTabStop} />
      )}
      <ThreadNotes after={message.id} />
    </div>
  );
});

function UnreadLine({ messageId }: { readonly messageId: MessageId }) {
  const { t } = useTranslation();
  const count = useThread((state) =>
    state.unread?.from === messageId ? state.unread.count : undefined,
  );
  if (count === undefined) return null;
  return <p className={styles['unread']}>{t('thread.unread', { count })}</p>;
}
