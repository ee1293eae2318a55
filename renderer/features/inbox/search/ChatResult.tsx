import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import styles from './ChatResult.module.css';

interface ChatResultProps {
  readonly chat: Chat;
  readonly isSelected: boolean;
  readonly showsAccount: boolean;
  readonly onOpen: (chatId: ChatId) => void;
}

export function ChatResult({ chat, isSelected, showsAccount, onOpen }: ChatResultProps) {
  const { contact } = chat;
  const handle = contact.phone ?? (contact.username === null ? null : `@${contact.username}`);
  return (
    <button
      type="button"
      data-search-stop
      aria-current={isSelected ? 'true' : undefined}
      className={styles['row']}
      onClick={() => onOpen(chat.id)}
    >
      <Avatar contact={contact} size="row" />
      <span className={styles['lines']}>
        <span dir="auto" className={styles['name']}>
          {contact.name}
        </span>
        <span className={styles['under']}>
          {handle !== null && <bdi>{handle}</bdi>}
          {showsAccount && <bdi> · {chat.accountName}</bdi>}
        </span>
      </span>
    </button>
  );
}
