import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/models/message.ts';
import { useUploads } from '../../../stores/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { sizeText } from '../../../ui/size-text.ts';
import styles from './UploadProgress.module.css';

interface UploadProgressProps {
  readonly message: Message;
  readonly onCancel: () => void;
}

/** How much of a message's file is with WhatsApp already, while it is on its way. */
export function UploadProgress({ message, onCancel }: UploadProgressProps) {
  const { t, i18n } = useTranslation();
  const step = useUploads((state) => state.progress.get(message.id));
  if (step === undefined || message.status !== 'queued' || message.error !== null) return null;
  const { sentBytes, totalBytes } = step;
  const [sent, total] = [sentBytes, totalBytes].map((bytes) => sizeText(bytes, i18n.language));
  return (
    <div className={styles['upload']}>
      <progress
        aria-label={t('attach.uploading')}
        max={totalBytes}
        value={sentBytes}
        className={styles['bar']}
      />
      <span>{t('attach.sentOf', { sent, total })}</span>
      <Button kind="text" onClick={onCancel}>
        {t('attach.cancelUpload')}
      </Button>
    </div>
  );
}
