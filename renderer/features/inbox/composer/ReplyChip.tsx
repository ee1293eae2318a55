import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import { plainText } from '#shared/whatsapp-text/plain-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './ReplyChip.module.css';

/** One line shows less than this. */
const SHOWN = 300;

interface ReplyChipProps {
  readonly message: Message;
  readonly contactName: string;
  readonly onCancel: () => void;
}

export function ReplyChip({ message, contactName, onCancel }: ReplyChipProps) {
  const { t } = useTranslation();
  const title =
    message.direction === 'outbound'
      ? t('composer.replyingToYou')
      : t('composer.replyingTo', { name: message.senderName ?? contactName });
  const words = plainText(message.text.slice(0, SHOWN));
  return (
    <div className={styles['chip']}>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        <p dir="auto" className={styles['text']}>
          {words === '' ? t(`preview.${message.type}`) : words}
        </p>
      </div>
      <IconButton
        icon={X}
        label={t('composer.cancelReply')}
        keys="Esc"
        side="top"
        onClick={onCancel}
      />
    </div>
  );
}
