import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import styles from './MessageReactions.module.css';

interface MessageReactionsProps {
  readonly message: Message;
  readonly contactName: string;
}

export function MessageReactions({ message, contactName }: MessageReactionsProps) {
  const { t } = useTranslation();
  if (message.reactions.length === 0) return null;
  const words = message.reactions.map(({ actor, emoji }) =>
    actor === 'business'
      ? t('message.reactedBusiness', { emoji })
      : t('message.reactedCustomer', { emoji, name: contactName }),
  );
  const emojis = new Set(message.reactions.map(({ emoji }) => emoji));
  return (
    <span className={styles['reactions']} title={words.join('\n')}>
      <span aria-hidden="true">{[...emojis].join(' ')}</span>
      {message.reactions.length > emojis.size && (
        <span aria-hidden="true" className={styles['count']}>
          {message.reactions.length}
        </span>
      )}
      <Hidden>{words.join('. ')}</Hidden>
    </span>
  );
}
