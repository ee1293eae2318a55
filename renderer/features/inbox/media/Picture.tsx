import { useTranslation } from 'react-i18next';
import { openViewer } from '../../../stores/viewer.ts';
import { frameStyle } from './frame-style.ts';
import type { MediaProps } from './media-props.ts';
import styles from './media.module.css';

const STICKER_WIDTH = 144;

export function Picture({ message, content, file }: MediaProps) {
  const { t } = useTranslation();
  const isSticker = content.media === 'sticker';
  return (
    <button
      type="button"
      className={styles[isSticker ? 'sticker' : 'picture']}
      style={frameStyle(file, isSticker ? STICKER_WIDTH : undefined)}
      aria-label={t(isSticker ? 'media.openSticker' : 'media.openPhoto')}
      onClick={() => openViewer(message.id)}
    >
      <img
        src={window.frontdesk.shell.mediaUrl(file.id)}
        alt={content.caption === '' ? t(`content.${content.media}`) : content.caption}
        decoding="async"
        draggable={false}
      />
    </button>
  );
}
