import { FrontdeskError } from '#shared/errors.ts';
import type { CheckedInput } from '#shared/contract.ts';
import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import type { Clock } from '../clock.ts';
import { sendText } from '../sending/compose.ts';
import { react } from '../sending/react.ts';
import { discardMessage, retryMessage } from '../sending/retry.ts';
import { takeBack } from '../sending/take-back.ts';
import {
  findMessage,
  messagesAround,
  messagesByIds,
  newerMessages,
  newestMessages,
  olderMessages,
} from '../store/messages.ts';
import type { MessageSlice } from '../store/messages.ts';
import { notesOfPage } from '../store/note-span.ts';
import type { Reader, Store } from '../store/store.ts';
import { readCursor } from './cursor.ts';
import { readPreferences } from './preferences.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type MessageCommand =
  | 'messages.page'
  | 'messages.byIds'
  | 'messages.sendText'
  | 'messages.react'
  | 'messages.retry'
  | 'messages.discard'
  | 'messages.takeBack';

export function messageHandlers(deps: Deps): Pick<Handlers, MessageCommand> {
  const { store } = deps;
  return {
    'messages.page': (input) => {
      const page = readPage(store, input);
      return { ...page, notes: notesOfPage(store, input.chatId, page) };
    },
    'messages.byIds': ({ chatId, messageIds }) => messagesByIds(store, chatId, messageIds),
    'messages.sendText': (text) => {
      const delayMs = readPreferences(store).sendDelaySeconds * 1000;
      return requireMessage(store, sendText(deps, { ...text, delayMs }));
    },
    'messages.takeBack': ({ messageId }) => takeBack(deps, messageId),
    'messages.react': (reaction) => {
      react(deps, reaction);
      return null;
    },
    'messages.retry': ({ messageId }) => {
      retryMessage(deps, messageId);
      return requireMessage(store, messageId);
    },
    'messages.discard': ({ messageId }) => {
      discardMessage(deps, messageId);
      return null;
    },
  };
}

function readPage(store: Reader, input: CheckedInput<'messages.page'>): MessageSlice {
  const { chatId, around, limit } = input;
  const older = readCursor(input.older);
  const newer = readCursor(input.newer);
  if (older !== null) return olderMessages(store, chatId, older, limit);
  if (newer !== null) return newerMessages(store, chatId, newer, limit);
  if (around === null) return newestMessages(store, chatId, limit);
  const page = messagesAround(store, chatId, around, limit);
  if (page === undefined) {
    throw new FrontdeskError('not_found', 'This message is not in the chat any more.');
  }
  return page;
}

function requireMessage(store: Reader, id: MessageId): Message {
  const message = findMessage(store, id);
  if (message === undefined) throw new FrontdeskError('not_found', `There is no message ${id}.`);
  return message;
}
