import { FrontdeskError } from '#shared/errors.ts';
import { wantAgain } from '../store/media-downloads.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

export function mediaHandlers({ store }: { readonly store: Store }): Pick<Handlers, 'media.retry'> {
  return {
    'media.retry': ({ mediaId }) => {
      if (store.write((tx) => wantAgain(tx, mediaId))) return null;
      throw new FrontdeskError('not_found', 'There is nothing to fetch again for this message.');
    },
  };
}
