import type { MediaId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import { addOwnFile } from '../store/own-files.ts';
import type { Store } from '../store/store.ts';
import type { MediaFolder } from './folder.ts';
import { takeFile } from './take-file.ts';

interface Dependencies {
  readonly store: Store;
  readonly folder: Pick<MediaFolder, 'begin'>;
  readonly clock: Clock;
}

/**
 * Keeps a file to be sent later, in whatever way it can go: at least as a document. Throws
 * FrontdeskError as `takeFile` does.
 */
export async function keepInLibrary(
  { store, folder, clock }: Dependencies,
  bytes: AsyncIterable<Uint8Array>,
  { name, declared }: { readonly name: string; readonly declared: string },
): Promise<MediaId> {
  const words = { name, declared, isVoice: false, wish: 'document' } as const;
  const taken = await takeFile(folder, bytes, words);
  return store.write((tx) => addOwnFile(tx, taken, clock()));
}
