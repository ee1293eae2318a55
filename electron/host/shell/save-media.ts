import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { MediaId } from '#shared/ids.ts';
import type { MediaShelf } from '../../media/served-file.ts';
import type { AppWindow } from './app-window.ts';

/** Asks the owner where to, and copies the file there. */
export function createMediaSaving(
  media: Pick<MediaShelf, 'find'>,
  window: Pick<AppWindow, 'current'>,
): (id: MediaId) => Promise<void> {
  return async (id) => {
    const file = media.find(id);
    const parent = window.current();
    if (file === undefined || parent === undefined) return;
    const defaultPath = join(app.getPath('downloads'), file.name);
    const { canceled, filePath } = await dialog.showSaveDialog(parent, { defaultPath });
    if (!canceled && filePath !== '') await copyFile(file.path, filePath);
  };
}
