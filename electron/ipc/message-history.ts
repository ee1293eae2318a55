import { FrontdeskError } from '#shared/errors.ts';
import { messageHistory } from '../store/message-history.ts';
import type { Reader } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Reader;
}

export function historyHandlers({ store }: Deps): Pick<Handlers, 'messages.history'> {
  return {
    'messages.history': ({ messageId }) => {
      const history = messageHistory(store, messageId);
      if (history === undefined) {
        throw new FrontdeskError('not_found', 'This message is no longer here.');
      }
      return history;
    },
  };
}
