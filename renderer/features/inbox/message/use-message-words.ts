import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { plainText } from '#shared/whatsapp-text/plain-text.ts';
import { clockText } from '../../../ui/time-text.ts';

/** Nobody listens to more than this at a stretch; the rest is read by moving into the message. */
const SPOKEN = 2000;

/** The whole message in one sentence, as a screen reader says it. */
export function useMessageWords(contactName: string): (message: Message) => string {
  const { t, i18n } = useTranslation();
  const state = ({ hold, status }: Message) =>
    t(hold === null ? `status.${status}` : `hold.${hold}.short`);
  return (message) => {
    const isOwn = message.direction === 'outbound';
    const sender = isOwn
      ? t('message.you')
      : t('message.from', { name: message.senderName ?? contactName });
    const words = message.isDeleted
      ? t('message.deleted')
      : plainText(message.text.slice(0, SPOKEN));
    return [
      sender,
      clockText(message.timestamp, i18n.language),
      isOwn ? state(message).toLocaleLowerCase(i18n.language) : '',
      message.type === 'text' ? '' : t(`preview.${message.type}`),
      words,
    ]
      .filter((part) => part !== '')
      .join(', ');
  };
}
