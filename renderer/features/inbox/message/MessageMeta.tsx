import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { Tick } from '../../../ui/Tick.tsx';
import { clockText, momentText } from '../../../ui/time-text.ts';
import styles from './MessageMeta.module.css';

export function MessageMeta({ message }: { readonly message: Message }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={styles['meta']}>
      {message.isEdited && t('message.edited')}
      <time title={momentText(message.timestamp, i18n.language)}>
        {clockText(message.timestamp, i18n.language)}
      </time>
      <Tick status={message.status} />
    </span>
  );
}
