import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Maximize2 } from 'lucide-react';
import { openViewer } from '../../../stores/viewer.ts';
import { durationText } from '../../../ui/duration-text.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { frameStyle } from './frame-style.ts';
import { SavableFile } from './SavableFile.tsx';
import type { MediaProps } from './media-props.ts';
import { usePreview } from './use-preview.ts';
import styles from './media.module.css';

/** A little way in, because the very first frame is often black. */
const POSTER_AT = '#t=0.1';

/** A video: nothing of it is read before it plays, once its poster is drawn. */
export function Clip(props: MediaProps) {
  const { message, file } = props;
  const { t } = useTranslation();
  const preview = usePreview(props);
  const [cannotPlay, setCannotPlay] = useState(false);
  const [hasPlayed, setHasPlayed] = useState(false);
  if (cannotPlay) return <SavableFile {...props} />;
  const { shell } = window.frontdesk;
  const poster = typeof preview === 'object' ? preview : undefined;
  const lengthMs = hasPlayed ? null : (poster?.durationMs ?? null);
  const url = shell.mediaUrl(file.id);
  return (
    <div className={styles['clip']} style={frameStyle(poster ?? file)}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- customers send none */}
      <video
        src={poster === undefined ? url + POSTER_AT : url}
        poster={poster === undefined ? undefined : shell.previewUrl(file.id)}
        aria-label={t('content.video')}
        controls
        preload={poster === undefined ? 'metadata' : 'none'}
        playsInline
        onPlay={() => setHasPlayed(true)}
        onError={() => setCannotPlay(true)}
      />
      {lengthMs !== null && (
        <span className={styles['length']}>{durationText(lengthMs / 1000)}</span>
      )}
      <IconButton
        icon={Maximize2}
        label={t('media.openVideo')}
        className={styles['enlarge']}
        onClick={() => void openViewer(message)}
      />
    </div>
  );
}
