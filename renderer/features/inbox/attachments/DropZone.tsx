import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Paperclip } from 'lucide-react';
import { canReplyFreely } from '#shared/window.ts';
import type { Chat } from '#shared/models/chat.ts';
import { attachFiles } from '../../../stores/attachments.ts';
import { classes } from '../../../ui/classes.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './DropZone.module.css';

/**
 * Lies over the thread while files are dragged over the window, and takes those that are let go
 * there. Anywhere else nothing happens: by itself a browser would leave the app to show the file.
 */
export function DropZone({ chat }: { readonly chat: Chat }) {
  const { t } = useTranslation();
  const now = useNow();
  const zone = useRef<HTMLDivElement>(null);
  const [isDragging, setDragging] = useState(false);
  const isOpen = !chat.contact.isBlocked && canReplyFreely(chat.windowExpiresAt, now);

  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) {
      event.dataTransfer.dropEffect = isOpen && isOver(zone.current, event) ? 'copy' : 'none';
    }
    setDragging(true);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setDragging(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (isOpen && isOver(zone.current, event)) void attachFiles(chat.id, files);
  });

  useEffect(() => {
    const over = (event: DragEvent) => onDrag(event);
    const drop = (event: DragEvent) => onDrop(event);
    // Leaving for another element of the page is not leaving the window.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return (
    <div ref={zone} className={classes(styles['zone'], isDragging && styles['shown'])}>
      {isDragging && (
        <p className={styles['words']}>
          <Paperclip aria-hidden="true" size={22} strokeWidth={1.75} />
          {t(isOpen ? 'attach.dropHere' : 'attach.dropClosed', { name: chat.contact.name })}
        </p>
      )}
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

function isOver(zone: HTMLElement | null, { clientX, clientY }: DragEvent): boolean {
  const box = zone?.getBoundingClientRect();
  if (box === undefined) return false;
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
}
