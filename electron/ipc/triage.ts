import { FrontdeskError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { searchChatIds } from '../store/chat-lookup.ts';
import { countChats } from '../store/chat-views.ts';
import { chatsByIds } from '../store/chats.ts';
import { hideMessage, starMessage } from '../store/message-marks.ts';
import type { Store } from '../store/store.ts';
import { changeChats, restoreChats } from '../triage/change-chats.ts';
import type { SnoozeWatch } from '../triage/snooze-watch.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly snoozes: SnoozeWatch;
}

type TriageCommand =
  | 'chats.counts'
  | 'chats.change'
  | 'chats.restore'
  | 'chats.find'
  | 'messages.star'
  | 'messages.hide';

export function triageHandlers(deps: Deps): Pick<Handlers, TriageCommand> {
  const { store, clock } = deps;
  return {
    'chats.counts': ({ accountId }) => countChats(store, accountId, clock()),
    'chats.change': ({ chatIds, change }) => changeChats(deps, chatIds, change),
    'chats.restore': ({ former }) => {
      restoreChats(deps, former);
      return null;
    },
    'chats.find': ({ text, limit }) => {
      const search = {
        text,
        accountId: null,
        unreadOnly: false,
        labelId: null,
        after: null,
        limit,
      };
      const ids = searchChatIds(store, search);
      const chats = new Map(chatsByIds(store, ids).map((chat) => [chat.id, chat]));
      return ids.flatMap((id) => chats.get(id) ?? []);
    },
    'messages.star': ({ messageId, isStarred }) => {
      const at = isStarred ? clock() : null;
      requireMarked(store.write((tx) => starMessage(tx, messageId, at)));
      return null;
    },
    'messages.hide': ({ messageId, isHidden }) => {
      const at = isHidden ? clock() : null;
      requireMarked(store.write((tx) => hideMessage(tx, messageId, at)));
      return null;
    },
  };
}

function requireMarked(isMarked: boolean): void {
  if (!isMarked) throw new FrontdeskError('not_found', 'This message is gone.');
}
