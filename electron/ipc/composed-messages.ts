import type { Clock } from '../clock.ts';
import { forwardMessage } from '../sending/forward.ts';
import { sendComposed } from '../sending/send-composed.ts';
import type { Store } from '../store/store.ts';
import { requireMessage } from './messages.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type ComposedCommand = 'messages.send' | 'messages.forward';

export function composedMessageHandlers(deps: Deps): Pick<Handlers, ComposedCommand> {
  return {
    'messages.send': (message) => requireMessage(deps.store, sendComposed(deps, message)),
    'messages.forward': (request) => forwardMessage(deps, request),
  };
}
