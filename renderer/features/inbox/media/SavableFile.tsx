import { useTranslation } from 'react-i18next';
import { Download } from 'lucide-react';
import { cleanFileName } from '#shared/file-name.ts';
import { isSmallPicture } from '#shared/small-picture.ts';
import { FileCard } from '../../../ui/message/FileCard.tsx';
import { fileKind } from '../content/file-kind.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { sizeText } from '../../../ui/size-text.ts';
import { FirstPage } from './FirstPage.tsx';
import { OpenButton } from './OpenButton.tsx';
import { mediaIcon, mediaName } from './media-name.ts';
import type { MediaProps } from './media-props.ts';
import { usePreview } from './use-preview.ts';
import styles from './media.module.css';

/** A file as a card: what it is, how large, and a way to save it. */
export function SavableFile(props: MediaProps) {
  const { content, file } = props;
  const { t, i18n } = useTranslation();
  const name = t(mediaName(content));
  const filename = content.filename === null ? null : cleanFileName(content.filename);
  const size = file.bytes === null ? null : sizeText(file.bytes, i18n.language);
  const preview = usePreview(props);
  const pages = typeof preview === 'object' ? preview.pages : null;
  const isPicture = preview === 'none' && content.media === 'document' && isSmallPicture(file);
  const detail = [
    filename === null ? null : name,
    fileKind(content.mimeType, filename),
    pages === null ? null : t('media.pages', { count: pages }),
    size,
  ];
  return (
    <>
      {(typeof preview === 'object' || isPicture) && (
        <FirstPage {...props} preview={typeof preview === 'object' ? preview : null} />
      )}
      <div className={styles['savable']}>
        <FileCard
          icon={mediaIcon(content)}
          title={filename ?? name}
          detail={detail.filter((part) => part !== null).join(' · ')}
        />
        <IconButton
          icon={Download}
          label={t('media.save', { name: filename ?? name })}
          onClick={() => window.frontdesk.shell.saveMedia(file.id)}
        />
        <OpenButton {...props} />
      </div>
    </>
  );
}
