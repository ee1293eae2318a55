import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { clockText } from '../../../ui/time-text.ts';

/** The whole message in one sentence, as a screen reader says it. */
export function useMessageWords(contactName: string): (message: Message) => string {
  const { t, i18n } = useTranslation();
  return (message) => {
    const isOwn = message.direction === 'outbound';
    const sender = isOwn
      ? t('message.you')
      : t('message.from', { name: message.senderName ?? contactName });
    const words = message.isDeleted ? t('message.deleted') : message.text;
    return [
      sender,
      clockText(message.timestamp, i18n.language),
      isOwn ? t(`status.${message.status}`).toLocaleLowerCase(i18n.language) : '',
      message.type === 'text' ? '' : t(`preview.${message.type}`),
      words,
    ]
      .filter((part) => part !== '')
      .join(', ');
  };
}
