import { useTranslation } from 'react-i18next';
import type { PersonChat } from '#shared/models/person.ts';
import { goToChat } from '../../../stores/route.ts';
import { classes } from '../../../ui/classes.ts';
import { nearMomentText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './ContactProfile.module.css';

/** Each of our numbers has a thread of its own with them. */
export function ProfileChats({ chats }: { readonly chats: readonly PersonChat[] }) {
  const { t } = useTranslation();
  return (
    <ProfileCard title={t('person.chats')}>
      {chats.length === 0 && <p className={styles['nothing']}>{t('person.noChats')}</p>}
      <ul className={styles['rows']}>
        {chats.map((chat) => (
          <li key={chat.id}>
            <ChatRow chat={chat} />
          </li>
        ))}
      </ul>
    </ProfileCard>
  );
}

function ChatRow({ chat }: { readonly chat: PersonChat }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { id, accountName, lastMessageAt, unreadCount } = chat;
  return (
    <button
      type="button"
      className={classes(styles['row'], styles['opens'])}
      onClick={() => goToChat(id)}
    >
      <span className={styles['rowWords']}>
        <bdi>{accountName}</bdi>
        <span className={styles['meta']}>
          {lastMessageAt === null
            ? t('person.noMessages')
            : t('person.lastAt', { time: nearMomentText(lastMessageAt, now, i18n.language) })}
        </span>
      </span>
      {unreadCount > 0 && (
        <span className={styles['unread']} aria-label={t('person.unread', { count: unreadCount })}>
          {unreadCount}
        </span>
      )}
    </button>
  );
}
