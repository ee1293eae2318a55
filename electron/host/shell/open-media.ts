import { shell } from 'electron';
import type { MediaId } from '#shared/ids.ts';
import { mayOpen } from '#shared/openable-file.ts';
import type { MediaShelf } from '../../media/served-file.ts';
import type { HandedOut } from './handed-out.ts';

interface Dependencies {
  readonly media: Pick<MediaShelf, 'find'>;
  readonly handedOut: HandedOut;
}

/** Opens a copy of a file in the program that the system has for it. Never what could be a program. */
export function createMediaOpening({
  media,
  handedOut,
}: Dependencies): (id: MediaId) => Promise<void> {
  return async (id) => {
    const found = media.find(id);
    if (found === undefined || !mayOpen(found.name)) return;
    const problem = await shell.openPath(await handedOut.copy(found));
    if (problem !== '') throw new Error(problem);
  };
}
