import { useTranslation } from 'react-i18next';
import { Film, ImageOff, MessageSquareShare } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import { jumpFromPanel } from '../../../stores/context.ts';
import { openViewer } from '../../../stores/viewer.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { momentText } from '../../../ui/time-text.ts';
import styles from './SharedTile.module.css';

interface SharedTileProps {
  readonly message: Message;
  /** What the viewer's arrows go through. */
  readonly among: readonly Message[];
  readonly hasJump: boolean;
}

/** A picture or video, small: opens large, or leads to its place in the thread. */
export function SharedTile({ message, among, hasJump }: SharedTileProps) {
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
          if (isHere) openViewer(message.id, among);
          else jumpFromPanel(message);
        }}
      >
        {isHere && file.shownAs === 'image' && (
          <img
            src={window.frontdesk.shell.mediaUrl(file.id)}
            alt=""
            loading="lazy"
            decoding="async"
            draggable={false}
          />
        )}
        {isHere && file.shownAs !== 'image' && <Film aria-hidden="true" strokeWidth={1.5} />}
        {!isHere && <ImageOff aria-hidden="true" strokeWidth={1.5} />}
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
