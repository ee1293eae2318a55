import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Image } from 'lucide-react';
import { openViewer } from '../../../stores/viewer.ts';
import { isTooLarge } from '../../../pictures/preview-kind.ts';
import { dragOut } from './drag-out.ts';
import { frameStyle } from './frame-style.ts';
import { SavableFile } from './SavableFile.tsx';
import type { MediaProps } from './media-props.ts';
import { usePreview } from './use-preview.ts';
import styles from './media.module.css';

const STICKER_WIDTH = 144;

/** A photo or sticker: small here, whole in the viewer; a card when it can't be shown. */
export function Picture(props: MediaProps) {
  const { message, content, file } = props;
  const { t } = useTranslation();
  const preview = usePreview(props);
  const [isBroken, setBroken] = useState(false);
  const isSticker = content.media === 'sticker';
  if (isBroken || isTooLarge(file)) return <SavableFile {...props} />;
  const { shell } = window.frontdesk;
  const isSmall = typeof preview === 'object';
  return (
    <button
      type="button"
      className={styles[isSticker ? 'sticker' : 'picture']}
      style={frameStyle(file, isSticker ? STICKER_WIDTH : undefined)}
      aria-label={t(isSticker ? 'media.openSticker' : 'media.openPhoto')}
      draggable
      onDragStart={(event) => dragOut(event, props)}
      onClick={() => void openViewer(message)}
    >
      {preview === 'wanted' ? (
        <span className={styles['drawing']}>
          <Image aria-hidden="true" size={21} strokeWidth={1.75} />
        </span>
      ) : (
        <img
          src={isSmall ? shell.previewUrl(file.id) : shell.mediaUrl(file.id)}
          alt={content.caption === '' ? t(`content.${content.media}`) : content.caption}
          decoding="async"
          draggable={false}
          onError={() => setBroken(true)}
        />
      )}
    </button>
  );
}
