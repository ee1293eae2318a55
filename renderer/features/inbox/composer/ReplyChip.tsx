import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './ReplyChip.module.css';

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
  return (
    <div className={styles['chip']}>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        <p dir="auto" className={styles['text']}>
          {message.text === '' ? t(`preview.${message.type}`) : message.text}
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
