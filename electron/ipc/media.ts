import { FrontdeskError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { filesBeside } from '../store/files-beside.ts';
import { wantAgain } from '../store/media-downloads.ts';
import { giveUpPreview, previewSource } from '../store/media-previews.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

export function mediaHandlers({
  store,
  clock,
}: Dependencies): Pick<Handlers, 'media.retry' | 'media.noPreview' | 'media.beside'> {
  return {
    'media.retry': ({ mediaId }) => {
      if (store.write((tx) => wantAgain(tx, mediaId))) return null;
      throw new FrontdeskError('not_found', 'There is nothing to fetch again for this message.');
    },
    'media.noPreview': ({ mediaId }) => {
      const source = previewSource(store, mediaId);
      if (source !== undefined) store.write((tx) => giveUpPreview(tx, source.sha256, clock()));
      return null;
    },
    'media.beside': ({ chatId, messageId }) => {
      const beside = filesBeside(store, chatId, messageId);
      if (beside !== undefined) return beside;
      throw new FrontdeskError('not_found', 'This message is not in this chat any more.');
    },
  };
}
