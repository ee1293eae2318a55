import { useTranslation } from 'react-i18next';
import { Film, Image, ImageOff, MessageSquareShare } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import { jumpFromPanel } from '../../../stores/context.ts';
import { openViewer } from '../../../stores/viewer.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { momentText } from '../../../ui/time-text.ts';
import type { MediaProps } from '../media/media-props.ts';
import { usePreview } from '../media/use-preview.ts';
import styles from './SharedTile.module.css';

interface SharedTileProps {
  readonly message: Message;
  readonly hasJump: boolean;
}

/** A picture or video, small: opens large, or leads to its place in the thread. */
export function SharedTile({ message, hasJump }: SharedTileProps) {
  const { t, i18n } = useTranslation();
  const { content } = message;
  if (content.kind !== 'media') return null;
  const { file } = content;
  const kind = content.media === 'video' ? 'video' : 'image';
  const time = momentText(message.timestamp, i18n.language);
  const isHere = file?.state === 'present' && file.shownAs !== null;
  return (
    <div className={styles['tile']}>
      <button
        type="button"
        aria-label={t(`shared.${kind}`, { time })}
        className={styles['open']}
        onClick={() => {
          if (isHere) void openViewer(message);
          else jumpFromPanel(message);
        }}
      >
        {isHere ? (
          <Face content={content} file={file} />
        ) : (
          <ImageOff aria-hidden="true" strokeWidth={1.5} />
        )}
      </button>
      {hasJump && (
        <IconButton
          icon={MessageSquareShare}
          label={t('shared.jump')}
          side="top"
          className={styles['jump']}
          onClick={() => jumpFromPanel(message)}
        />
      )}
    </div>
  );
}

/** The small picture of a file; of a photo that has none, the photo itself. */
function Face(props: Pick<MediaProps, 'content' | 'file'>) {
  const { file } = props;
  const preview = usePreview(props);
  const { shell } = window.frontdesk;
  const isPhoto = file.shownAs === 'image';
  const isDrawn = typeof preview === 'object';
  if (!isDrawn && (preview === 'wanted' || !isPhoto)) {
    const Icon = isPhoto ? Image : Film;
    return <Icon aria-hidden="true" strokeWidth={1.5} />;
  }
  return (
    <img
      src={isDrawn ? shell.previewUrl(file.id) : shell.mediaUrl(file.id)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
}
