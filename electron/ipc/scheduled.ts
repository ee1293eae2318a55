import { FrontdeskError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import {
  cancelScheduled,
  rescheduleText,
  scheduleText,
  sendScheduledNow,
} from '../sending/schedule.ts';
import type { ScheduledWatch } from '../sending/scheduled-watch.ts';
import { findMessage } from '../store/messages.ts';
import { scheduledOf } from '../store/scheduled.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduled: ScheduledWatch;
}

type ScheduledCommand =
  | 'scheduled.list'
  | 'scheduled.add'
  | 'scheduled.change'
  | 'scheduled.sendNow'
  | 'scheduled.cancel';

export function scheduledHandlers(deps: Deps): Pick<Handlers, ScheduledCommand> {
  const { store, scheduled } = deps;
  return {
    'scheduled.list': ({ chatId }) => scheduledOf(store, chatId),
    'scheduled.add': (text) => {
      scheduleText(deps, text);
      scheduled.check();
      return null;
    },
    'scheduled.change': (change) => {
      rescheduleText(deps, change);
      scheduled.check();
      return null;
    },
    'scheduled.sendNow': ({ id }) => {
      const message = findMessage(store, sendScheduledNow(deps, id));
      if (message === undefined) throw new FrontdeskError('not_found', 'The message is gone.');
      return message;
    },
    'scheduled.cancel': ({ id }) => {
      cancelScheduled(deps, id);
      return null;
    },
  };
}
