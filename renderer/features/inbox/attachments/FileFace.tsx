import { AudioLines, FileText, Film, Image, Sticker } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { SendKind } from '#shared/attachments/plan.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import styles from './AttachmentStrip.module.css';

const ICONS: Readonly<Record<SendKind, LucideIcon>> = {
  image: Image,
  video: Film,
  audio: AudioLines,
  document: FileText,
  sticker: Sticker,
};

/** A small picture of the file, or a sign of what it is. Its name stands beside it. */
export function FileFace({ attachment }: { readonly attachment: Attachment }) {
  const { file, sendAs } = attachment;
  if (file.shownAs === 'image') {
    return (
      <img src={window.frontdesk.shell.mediaUrl(file.id)} alt="" className={styles['picture']} />
    );
  }
  const Icon = ICONS[sendAs];
  return (
    <span className={styles['face']}>
      <Icon aria-hidden="true" size={19} strokeWidth={1.75} />
    </span>
  );
}
