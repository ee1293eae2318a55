import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanFileName } from '#shared/file-name.ts';
import type { MediaFile } from '#shared/models/media-file.ts';
import { retryMedia } from '../../../stores/media-actions.ts';
import { Button } from '../../../ui/Button.tsx';
import { FileCard } from '../../../ui/message/FileCard.tsx';
import { fileKind } from '../content/file-kind.ts';
import { mediaIcon, mediaName } from './media-name.ts';
import type { MediaContent } from './media-props.ts';
import styles from './media.module.css';

interface AbsentFileProps {
  readonly content: MediaContent;
  readonly file: MediaFile | null;
}

/** The card of a file that is on its way, or why it is not here and what can be done. */
export function AbsentFile({ content, file }: AbsentFileProps) {
  const { t } = useTranslation();
  const name = t(mediaName(content));
  const filename = content.filename === null ? null : cleanFileName(content.filename);
  const kind = fileKind(content.mimeType, filename);
  const detail = file?.state === 'wanted' ? t('media.arriving') : kind;
  return (
    <div data-state={file?.state} className={styles['absent']}>
      <FileCard icon={mediaIcon(content)} title={filename ?? name} detail={detail} />
      {file !== null && file.state !== 'present' && <Problem file={file} />}
    </div>
  );
}

function Problem({ file }: { readonly file: MediaFile }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  if (file.state === 'wanted') {
    return file.problem === null ? null : (
      <p className={styles['problem']}>{t('media.tryingAgain', { reason: file.problem })}</p>
    );
  }
  const isExpired = file.state === 'expired';
  return (
    <div className={styles['problem']}>
      <p>{t(isExpired ? 'media.expired' : 'media.failed', { reason: file.problem ?? '' })}</p>
      <Button kind="text" onClick={() => void retryMedia(file.id).then(setFailure)}>
        {t('media.retry')}
      </Button>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </div>
  );
}
