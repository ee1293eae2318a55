import { useEffect } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import type { MediaFile } from '#shared/models/media-file.ts';
import type { Message } from '#shared/models/message.ts';
import { closeViewer, openViewer, useViewer } from '../../../stores/viewer.ts';
import { useThread } from '../../../stores/thread.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { momentText } from '../../../ui/time-text.ts';
import type { MediaContent } from './media-props.ts';
import styles from './Viewer.module.css';

interface Shown {
  readonly message: Message;
  readonly content: MediaContent;
  readonly file: MediaFile;
}

/** Pictures and videos of the open thread, or of what its chat holds, large; arrows go through them, Escape goes back. */
export function Viewer() {
  const { t, i18n } = useTranslation();
  const shownId = useViewer((state) => state.shown);
  const inThread = useThread((state) => state.messages);
  const among = useViewer((state) => state.among);
  const all = (among?.toReversed() ?? inThread).flatMap(toShown);
  const index = all.findIndex(({ message }) => message.id === shownId);
  const shown = all[index];
  useEffect(() => {
    if (shown === undefined) closeViewer();
  }, [shown]);
  if (shown === undefined) return null;
  const { message, content, file } = shown;

  function go(by: number) {
    const next = all[index + by];
    if (next !== undefined) openViewer(next.message.id);
  }

  function save() {
    window.frontdesk.shell.saveMedia(file.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    // A video's own keys move through the video.
    if (event.target instanceof HTMLVideoElement) return;
    const isSave = (event.ctrlKey || event.metaKey) && event.key === 's';
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else if (isSave) save();
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={closeViewer}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['viewer']} onKeyDown={onKeyDown}>
          <header className={styles['bar']}>
            <Dialog.Title className={styles['title']}>
              {t('media.viewerTitle', {
                kind: t(`content.${content.media}`),
                time: momentText(message.timestamp, i18n.language),
              })}
            </Dialog.Title>
            <span className={styles['count']}>
              {t('media.viewerCount', { index: index + 1, count: all.length })}
            </span>
            <IconButton icon={Download} label={t('media.saveShown')} tone="rail" onClick={save} />
            <IconButton icon={X} label={t('app.close')} tone="rail" onClick={closeViewer} />
          </header>
          <div className={styles['stage']} dir="ltr">
            <IconButton
              icon={ChevronLeft}
              label={t('media.previous')}
              tone="rail"
              disabled={index === 0}
              onClick={() => go(-1)}
            />
            <Large key={file.id} content={content} file={file} />
            <IconButton
              icon={ChevronRight}
              label={t('media.next')}
              tone="rail"
              disabled={index === all.length - 1}
              onClick={() => go(1)}
            />
          </div>
          {content.caption !== '' && (
            <p dir="auto" className={styles['caption']}>
              {content.caption}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Large({ content, file }: Omit<Shown, 'message'>) {
  const { t } = useTranslation();
  const url = window.frontdesk.shell.mediaUrl(file.id);
  if (file.shownAs === 'image') {
    const alt = content.caption === '' ? t(`content.${content.media}`) : content.caption;
    return <img src={url} alt={alt} className={styles['large']} />;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- customers send none
    <video src={url} aria-label={t('content.video')} controls className={styles['large']} />
  );
}

function toShown(message: Message): Shown[] {
  const { content } = message;
  if (message.isDeleted || content.kind !== 'media' || content.media === 'document') return [];
  const { file } = content;
  const isSeen = file?.shownAs === 'image' || file?.shownAs === 'video';
  return file?.state === 'present' && isSeen ? [{ message, content, file }] : [];
}
