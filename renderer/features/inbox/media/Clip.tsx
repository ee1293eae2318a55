import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Maximize2 } from 'lucide-react';
import { openViewer } from '../../../stores/viewer.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { frameStyle } from './frame-style.ts';
import { SavableFile } from './SavableFile.tsx';
import type { MediaProps } from './media-props.ts';
import styles from './media.module.css';

/** A little way in, because the very first frame is often black. */
const POSTER_AT = '#t=0.1';

export function Clip(props: MediaProps) {
  const { message, file } = props;
  const { t } = useTranslation();
  const [cannotPlay, setCannotPlay] = useState(false);
  if (cannotPlay) return <SavableFile {...props} />;
  return (
    <div className={styles['clip']} style={frameStyle(file)}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- customers send none */}
      <video
        src={`${window.frontdesk.shell.mediaUrl(file.id)}${POSTER_AT}`}
        aria-label={t('content.video')}
        controls
        preload="metadata"
        playsInline
        onError={() => setCannotPlay(true)}
      />
      <IconButton
        icon={Maximize2}
        label={t('media.openVideo')}
        className={styles['enlarge']}
        onClick={() => openViewer(message.id)}
      />
    </div>
  );
}
