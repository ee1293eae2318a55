import type { Result } from '#shared/errors.ts';
import type { FileNote, TakenIn } from '#shared/file-door.ts';
import type { Log } from '../log.ts';
import { toFailure } from './router.ts';

/** Takes the owner's files from the page. Never throws. */
export interface FileDoor {
  take(body: AsyncIterable<Uint8Array>, note: FileNote): Promise<Result<TakenIn>>;
}

interface Dependencies {
  readonly attach: (body: AsyncIterable<Uint8Array>, note: FileNote) => Promise<TakenIn>;
  readonly log: Log;
}

export function createFileDoor({ attach, log }: Dependencies): FileDoor {
  return {
    async take(body, note) {
      try {
        return { ok: true, data: await attach(body, note) };
      } catch (error) {
        return toFailure(error, 'files.add', log);
      }
    },
  };
}
