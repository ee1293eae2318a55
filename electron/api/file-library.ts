import type { MediaId } from '#shared/ids.ts';
import type { FileAnswer } from './route.ts';

/** The files that lie on this computer, as far as the API gives and takes them. */
export interface FileLibrary {
  /** Throws FrontdeskError `file_refused` for what WhatsApp would not take in any way. */
  add(
    bytes: AsyncIterable<Uint8Array>,
    file: { readonly name: string; readonly declared: string },
  ): Promise<MediaId>;
  /** @param range of the bytes, as HTTP writes it */
  read(id: MediaId, range: string | undefined): Promise<FileAnswer>;
}
