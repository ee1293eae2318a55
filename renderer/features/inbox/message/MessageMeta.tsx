import { useTranslation } from 'react-i18next';
import { Star } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import { Tick } from '../../../ui/Tick.tsx';
import { clockText, momentText } from '../../../ui/time-text.ts';
import styles from './MessageMeta.module.css';

export function MessageMeta({ message }: { readonly message: Message }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={styles['meta']}>
      {message.isStarred && (
        <Star
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawn sign, no picture file
          role="img"
          aria-hidden="false"
          aria-label={t('message.starred')}
          size={12}
          strokeWidth={2}
        />
      )}
      {message.isEdited && t('message.edited')}
      <time title={momentText(message.timestamp, i18n.language)}>
        {clockText(message.timestamp, i18n.language)}
      </time>
      <Tick status={message.status} />
    </span>
  );
}
