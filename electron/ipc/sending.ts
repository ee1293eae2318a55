import type { Clock } from '../clock.ts';
import { keepForReply } from '../sending/keep-for-reply.ts';
import type { Sender } from '../sending/sender.ts';
import { resumeSending } from '../store/sending-pause.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly sender: Pick<Sender, 'wake'>;
}

type SendingCommand = 'messages.keepForReply' | 'sending.resume' | 'sending.wake';

export function sendingHandlers(deps: Deps): Pick<Handlers, SendingCommand> {
  const { store, sender } = deps;
  return {
    'messages.keepForReply': ({ messageId }) => {
      keepForReply(deps, messageId);
      return null;
    },
    'sending.resume': ({ accountId }) => {
      store.write((tx) => resumeSending(tx, accountId));
      sender.wake();
      return null;
    },
    'sending.wake': () => {
      sender.wake();
      return null;
    },
  };
}
