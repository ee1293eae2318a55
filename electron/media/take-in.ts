import type { FileNote, TakenIn } from '#shared/file-door.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { attachFile } from './attach-file.ts';
import type { MediaFolder } from './folder.ts';
import { keepInLibrary } from './keep-in-library.ts';

interface Dependencies {
  readonly store: Store;
  readonly folder: Pick<MediaFolder, 'begin'>;
  readonly clock: Clock;
}

/** Puts a file of the owner's where its note says. Throws FrontdeskError as `attachFile` does. */
export async function takeIn(
  deps: Dependencies,
  body: AsyncIterable<Uint8Array>,
  note: FileNote,
): Promise<TakenIn> {
  const { chatId } = note;
  if (chatId !== null) return await attachFile(deps, body, { ...note, chatId });
  return { id: await keepInLibrary(deps, body, note) };
}
