import { FrontdeskError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { listQuickReplies, removeQuickReply, saveQuickReply } from '../store/quick-replies.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type QuickReplyCommand = 'quickReplies.list' | 'quickReplies.save' | 'quickReplies.remove';

export function quickReplyHandlers({ store, clock }: Deps): Pick<Handlers, QuickReplyCommand> {
  return {
    'quickReplies.list': () => listQuickReplies(store),
    'quickReplies.save': (reply) => {
      const saved = store.write((tx) => saveQuickReply(tx, reply, clock()));
      if (saved !== undefined) return saved;
      throw new FrontdeskError(
        'conflict',
        `There is a quick reply called “${reply.shortcut}” already. Choose another name.`,
      );
    },
    'quickReplies.remove': ({ id }) => {
      store.write((tx) => removeQuickReply(tx, id));
      return null;
    },
  };
}
