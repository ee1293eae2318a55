import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId } from '#shared/ids.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { Clock } from '../clock.ts';
import { markChatRead } from '../sending/mark-read.ts';
import { chatsByIds, findChat, pageChats, saveDraft } from '../store/chats.ts';
import { pageLabelledChats } from '../store/labelled-chats.ts';
import type { Reader, Store } from '../store/store.ts';
import { readCursor } from './cursor.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly showTyping: (chatId: ChatId) => void;
}

type ChatCommand = 'chats.page' | 'chats.byIds' | 'chats.markRead' | 'chats.typing' | 'drafts.save';

export function chatHandlers(deps: Deps): Pick<Handlers, ChatCommand> {
  const { store } = deps;
  return {
    'chats.page': ({ filter, labelId, accountId, cursor, limit }) => {
      const page = { accountId, after: readCursor(cursor), limit };
      if (labelId !== null)
        return pageLabelledChats(store, { ...page, labelId, unreadOnly: false });
      return pageChats(store, { ...page, view: filter, now: deps.clock() });
    },
    'chats.byIds': ({ chatIds }) => chatsByIds(store, chatIds),
    'chats.markRead': ({ chatId }) => {
      markChatRead(deps, chatId);
      return requireChat(store, chatId);
    },
    'chats.typing': ({ chatId }) => {
      deps.showTyping(chatId);
      return null;
    },
    'drafts.save': ({ chatId, text }) => {
      store.write((tx) => saveDraft(tx, chatId, text));
      return null;
    },
  };
}

function requireChat(store: Reader, id: ChatId): Chat {
  const chat = findChat(store, id);
  if (chat === undefined) throw new FrontdeskError('not_found', `There is no chat ${id}.`);
  return chat;
}
