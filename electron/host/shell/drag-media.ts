import { app } from 'electron';
import type { MediaId } from '#shared/ids.ts';
import type { MediaShelf } from '../../media/served-file.ts';
import type { AppWindow } from './app-window.ts';
import type { HandedOut } from './handed-out.ts';

interface Dependencies {
  readonly media: Pick<MediaShelf, 'find'>;
  readonly handedOut: HandedOut;
  readonly window: Pick<AppWindow, 'current'>;
}

/** Puts a copy of a file on the pointer, to be dropped on a folder or another program. */
export function createMediaDragging({
  media,
  handedOut,
  window,
}: Dependencies): (id: MediaId) => Promise<void> {
  return async (id) => {
    const found = media.find(id);
    if (found === undefined) return;
    const file = await handedOut.copy(found);
    // What hangs on the pointer while it moves: the system's own picture of such a file.
    const icon = await app.getFileIcon(file);
    window.current()?.webContents.startDrag({ file, icon });
  };
}
