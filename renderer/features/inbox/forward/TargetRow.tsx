import { useTranslation } from 'react-i18next';
import type { Chat } from '#shared/models/chat.ts';
import { windowState } from '#shared/window.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { useNow } from '../../../ui/use-now.ts';
import styles from './ForwardDialog.module.css';

interface TargetRowProps {
  readonly chat: Chat;
  readonly isChosen: boolean;
  readonly isFull: boolean;
  /** Why it did not take the message. */
  readonly refusal: string | undefined;
  readonly onToggle: () => void;
}

/** A chat that can take the message, or says why it can't. */
export function TargetRow({ chat, isChosen, isFull, refusal, onToggle }: TargetRowProps) {
  const { t } = useTranslation();
  const now = useNow();
  const { contact } = chat;
  const { kind } = windowState(chat.windowExpiresAt, now);
  const obstacle = contact.isBlocked ? 'blocked' : kind === 'open' ? undefined : kind;
  const note = refusal ?? (obstacle === undefined ? undefined : t(`forward.obstacle.${obstacle}`));
  return (
    <li>
      <label className={styles['target']} data-disabled={obstacle !== undefined}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={obstacle !== undefined || (isFull && !isChosen)}
          className={styles['check']}
          onChange={onToggle}
        />
        <Avatar contact={contact} size="row" />
        <span className={styles['lines']}>
          <span dir="auto" className={styles['name']}>
            {contact.name}
          </span>
          <span className={styles['note']}>{note ?? <bdi>{contact.phone}</bdi>}</span>
        </span>
      </label>
    </li>
  );
}
