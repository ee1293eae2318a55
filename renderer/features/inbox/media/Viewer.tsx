import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Message } from '#shared/models/message.ts';
import { copyPicture } from '../../../pictures/copy-picture.ts';
import { isPdf } from '../../../pictures/preview-kind.ts';
import { closeViewer, markCopied, stepViewer, useViewer, zoomTo } from '../../../stores/viewer.ts';
import { announce } from '../../../stores/live-text.ts';
import { sayFailure } from '../../../stores/toasts.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LazyPdfPages } from './LazyPdfPages.tsx';
import type { MediaProps } from './media-props.ts';
import { ViewerBar } from './ViewerBar.tsx';
import { closer, farther, WHOLE } from './zoom.ts';
import { ZoomedPicture } from './ZoomedPicture.tsx';
import styles from './Viewer.module.css';

/** A file of the open chat, large; arrows go through all of them, Escape goes back. */
export function Viewer() {
  const shown = useViewer((state) => state.shown);
  const props = shown === undefined ? undefined : viewable(shown);
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
  return (
    <Dialog.Root open={props !== undefined} onOpenChange={closeViewer}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        {props !== undefined && <Shown {...props} />}
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Shown(props: MediaProps) {
  const { message, content, file } = props;
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  const zoom = useViewer((state) => state.zoom);
  const beside = useViewer((state) => state.beside);
  const isPicture = file.shownAs === 'image';

  useEffect(() => {
    // The button that had the focus may have gone with the last file.
    if (popup.current?.contains(document.activeElement) === false) popup.current.focus();
  });

  async function copy() {
    try {
      await copyPicture(window.frontdesk.shell.mediaUrl(file.id));
      markCopied(message);
      announce(t('media.copied'));
    } catch {
      sayFailure(t('media.notCopied'));
    }
  }

  const actions = {
    save: () => window.frontdesk.shell.saveMedia(file.id),
    copy: () => void copy(),
    zoomIn: () => zoomTo(closer(zoom)),
    zoomOut: () => zoomTo(farther(zoom)),
  };

  function onKeyDown(event: KeyboardEvent) {
    // A video's own keys move through the video, and those of an enlarged picture through it.
    if (event.target instanceof HTMLVideoElement) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowLeft' && zoom === WHOLE) stepViewer(-1);
    else if (event.key === 'ArrowRight' && zoom === WHOLE) stepViewer(1);
    else if (withControl && event.key === 's') actions.save();
    else if (withControl && event.key === 'c' && isPicture) actions.copy();
    else if (event.key === '+' && isPicture) actions.zoomIn();
    else if (event.key === '-' && isPicture) actions.zoomOut();
    else if (event.key === '0' && isPicture) zoomTo(WHOLE);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Popup
      ref={popup}
      initialFocus={popup}
      className={styles['viewer']}
      onKeyDown={onKeyDown}
    >
      <ViewerBar {...props} actions={actions} />
      <div className={styles['stage']} dir="ltr">
        <IconButton
          icon={ChevronLeft}
          label={t('media.previous')}
          tone="rail"
          disabled={beside?.older === null}
          onClick={() => stepViewer(-1)}
        />
        <Large key={file.id} {...props} />
        <IconButton
          icon={ChevronRight}
          label={t('media.next')}
          tone="rail"
          disabled={beside?.newer === null}
          onClick={() => stepViewer(1)}
        />
      </div>
      {content.caption !== '' && (
        <p dir="auto" className={styles['caption']}>
          {content.caption}
        </p>
      )}
    </Dialog.Popup>
  );
}

function Large({ content, file }: MediaProps) {
  const { t } = useTranslation();
  const url = window.frontdesk.shell.mediaUrl(file.id);
  if (file.shownAs === 'image') {
    const alt = content.caption === '' ? t(`content.${content.media}`) : content.caption;
    return <ZoomedPicture url={url} alt={alt} />;
  }
  if (file.shownAs !== 'video') return <LazyPdfPages url={url} />;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- customers send none
    <video src={url} aria-label={t('content.video')} controls className={styles['large']} />
  );
}

function viewable(message: Message): MediaProps | undefined {
  const { content } = message;
  if (message.isDeleted || content.kind !== 'media') return undefined;
  if (content.file?.state !== 'present') return undefined;
  const { file } = content;
  const isSeen = file.shownAs === 'image' || file.shownAs === 'video' || isPdf(content);
  return isSeen ? { message, content, file } : undefined;
}
