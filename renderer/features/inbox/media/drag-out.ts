import type { DragEvent } from 'react';
import { fileNameOf } from './media-name.ts';
import type { MediaProps } from './media-props.ts';

/** Lets the owner drag a file out of the app, to a folder or into another program. */
export function dragOut(event: DragEvent, { content, file }: Pick<MediaProps, 'content' | 'file'>) {
  const { shell } = window.frontdesk;
  if (shell.dragMedia !== null) {
    // The desktop starts a drag of its own, with a real file in it.
    event.preventDefault();
    shell.dragMedia(file.id);
    return;
  }
  const url = new URL(shell.mediaUrl(file.id), location.href).href;
  const type = content.mimeType?.split(';')[0] ?? 'application/octet-stream';
  // What Chromium's own downloads are dragged by; a colon would end the name.
  const name = fileNameOf(content, file).replaceAll(':', ' ');
  event.dataTransfer.setData('DownloadURL', `${type}:${name}:${url}`);
  event.dataTransfer.effectAllowed = 'copy';
}
