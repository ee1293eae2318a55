import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaPreview } from '#shared/models/media-file.ts';
import { openViewer } from '../../../stores/viewer.ts';
import { dragOut } from './drag-out.ts';
import type { MediaProps } from './media-props.ts';
import styles from './media.module.css';

interface FirstPageProps extends MediaProps {
  /** Null: the file itself is small enough. */
  readonly preview: MediaPreview | null;
}

/** The top of a document, or the picture that was sent as one; opens the viewer. */
export function FirstPage({ preview, ...props }: FirstPageProps) {
  const { message, content, file } = props;
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  const { shell } = window.frontdesk;
  return (
    <button
      type="button"
      className={styles['firstPage']}
      aria-label={t(file.shownAs === 'image' ? 'media.openPhoto' : 'media.openDocument')}
      draggable
      onDragStart={(event) => dragOut(event, { content, file })}
      onClick={() => void openViewer(message)}
    >
      <img
        src={preview === null ? shell.mediaUrl(file.id) : shell.previewUrl(file.id)}
        alt=""
        decoding="async"
        draggable={false}
        onError={() => setBroken(true)}
      />
    </button>
  );
}
