import type { FrontdeskBridge, Notification } from '#shared/bridge.ts';
import type {
  AppStatus,
  CommandInput,
  CommandName,
  CommandOutput,
  MessagePage,
} from '#shared/contract.ts';
import type { ErrorCode, Result } from '#shared/errors.ts';
import type { EventName, Events } from '#shared/events.ts';
import type { Chat } from '#shared/models/chat.ts';
import type { ChatFilter } from '#shared/chat-filter.ts';
import type { Message } from '#shared/models/message.ts';
import type { Preferences } from '#shared/preferences.ts';
import { writeFileNote } from '#shared/file-door.ts';
import { asId } from '#shared/ids.ts';
import type { ChatId, QuickReplyId, SavedPlaceId } from '#shared/ids.ts';
import { DEFAULT_PREFERENCES } from '#shared/preferences.ts';
import { isInView } from '../../renderer/stores/chat-view.ts';
import { changed } from '../../renderer/stores/triage.ts';
import { aMessage, anAccount, messageId } from './builders.ts';
import { besideHandlers } from './fake-beside.ts';
import { templateHandlers } from './fake-templates.ts';
import { importHandlers } from './fake-imports.ts';
import { blockHandlers } from './fake-blocks.ts';
import { consentHandlers } from './fake-consent.ts';
import { contactListHandlers } from './fake-contact-list.ts';
import { contactBookHandlers } from './fake-contacts.ts';
import { mergeHandlers } from './fake-merges.ts';
import { segmentHandlers } from './fake-segments.ts';
import { personHandlers } from './fake-person.ts';
import { summed } from './fake-world.ts';
import type { World } from './fake-world.ts';

/** Answers as the core would, from memory, for the renderer's own tests. */
export interface FakeBridge extends FrontdeskBridge {
  readonly calls: CommandName[];
  readonly notifications: Notification[];
  readonly opened: string[];
  emit<E extends EventName>(event: E, payload: Events[E]): void;
  /** A customer writes. */
  receive(chat: number, text: string): Message;
  /** What Meta says about a message of ours. */
  settle(message: Message, changes: Partial<Message>): void;
  /** Every command fails with this until it is called with `undefined`. */
  failWith(code: ErrorCode | undefined): void;
}

export type Handlers = {
  readonly [C in CommandName]: (input: CommandInput<C>) => CommandOutput<C> | undefined;
};

export function fakeBridge(
  world: World,
  start: { hasAccount: boolean; preferences?: Partial<Preferences> },
  /** Where a test has its own answers. */
  own: Partial<Handlers> = {},
): FakeBridge {
  const accounts = start.hasAccount ? [anAccount()] : [];
  let preferences: Preferences = { ...DEFAULT_PREFERENCES, ...start.preferences };
  let failure: ErrorCode | undefined;
  /** Chats as they were before their latest change. */
  const before = new Map<number, Chat>();
  let nextId = 90_000_000;
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const calls: CommandName[] = [];
  const notifications: Notification[] = [];
  const opened: string[] = [];

  function emit<E extends EventName>(event: E, payload: Events[E]): void {
    const heard = listeners.get(event) ?? new Set();
    for (const listener of heard) Reflect.apply(listener, undefined, [payload]);
  }

  function threadOf(chat: number): Message[] {
    const known = world.threads.get(chat);
    if (known !== undefined) return known;
    const empty: Message[] = [];
    world.threads.set(chat, empty);
    return empty;
  }

  function refreshRow(chat: number): void {
    const row = world.chats.get(chat);
    if (row === undefined) return;
    const expires = row.windowExpiresAt;
    const fresh = summed(row, threadOf(chat));
    world.chats.set(chat, { ...fresh, windowExpiresAt: fresh.windowExpiresAt ?? expires });
    emit('chats.changed', { chatIds: [row.id] });
  }

  function place(message: Message): void {
    const thread = threadOf(message.chatId);
    const at = thread.findIndex(({ id }) => id === message.id);
    if (at === -1) thread.push(message);
    else thread[at] = message;
    emit('messages.changed', { chatId: message.chatId, messageIds: [message.id] });
    refreshRow(message.chatId);
  }

  function find(id: number): Message | undefined {
    for (const thread of world.threads.values()) {
      const found = thread.find((message) => message.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function status(): AppStatus {
    return {
      version: '0.1.0',
      accounts,
      unreadChats: [...world.chats.values()].filter(({ unreadCount }) => unreadCount > 0).length,
      practiceRunning: true,
      secretStorage: 'key_file',
    };
  }

  const handlers: Handlers = {
    'app.status': status,
    'practice.start': () => {
      const account = anAccount();
      accounts.push(account);
      emit('accounts.changed', {});
      return account;
    },
    'media.retry': () => null,
    'media.noPreview': () => null,
    'media.beside': ({ chatId, messageId: shown }) => {
      const files = threadOf(chatId).filter(({ type }) => type === 'image');
      const at = files.findIndex(({ id }) => id === shown);
      return { older: files[at - 1] ?? null, newer: files[at + 1] ?? null };
    },
    'preferences.get': () => preferences,
    'preferences.set': (change) => {
      preferences = { ...preferences, ...withoutGaps(change) };
      return preferences;
    },
    'chats.page': ({ filter, cursor, limit }) => {
      const all = [...world.chats.values()]
        .filter((chat) =>
          isInView(chat, {
            filter,
            labelId: null,
            accountId: null,
            keep: undefined,
            now: Date.now(),
          }),
        )
        .toSorted((a, b) => (b.lastMessageAt ?? 0) - (a.lastMessageAt ?? 0) || b.id - a.id);
      const from = cursor === null ? 0 : Number(cursor);
      const end = from + limit;
      return {
        chats: all.slice(from, end),
        nextCursor: end < all.length ? String(end) : null,
      };
    },
    'chats.byIds': ({ chatIds }) =>
      chatIds.flatMap((id) => {
        const row = world.chats.get(id);
        return row === undefined ? [] : [row];
      }),
    'chats.markRead': ({ chatId }) => {
      const row = world.chats.get(chatId);
      if (row === undefined) return undefined;
      const read = { ...row, unreadCount: 0 };
      world.chats.set(chatId, read);
      emit('chats.changed', { chatIds: [row.id] });
      return read;
    },
    'chats.counts': () => {
      const view = { labelId: null, accountId: null, keep: undefined, now: Date.now() };
      const count = (filter: ChatFilter) =>
        [...world.chats.values()].filter((chat) => isInView(chat, { ...view, filter })).length;
      return {
        unread: count('unread'),
        waiting: count('waiting'),
        closing: count('closing'),
        failed: count('failed'),
        snoozed: count('snoozed'),
      };
    },
    'chats.change': ({ chatIds, change }) => {
      const rows = chatIds.flatMap((id) => world.chats.get(id) ?? []);
      for (const row of rows) {
        before.set(row.id, row);
        world.chats.set(row.id, changed(row, change, Date.now()));
      }
      emit('chats.changed', { chatIds: rows.map(({ id }) => id) });
      return rows.map(({ id }) => ({ aspect: 'pin', chatId: id, pinnedAt: null }));
    },
    'chats.restore': ({ former }) => {
      const rows = former.flatMap(({ chatId }) => before.get(chatId) ?? []);
      for (const row of rows) world.chats.set(row.id, row);
      emit('chats.changed', { chatIds: rows.map(({ id }) => id) });
      return null;
    },
    'chats.find': ({ text }) =>
      [...world.chats.values()].filter(({ contact }) => contact.name.includes(text)),
    'chats.typing': () => null,
    'drafts.save': ({ chatId, text }) => {
      const row = world.chats.get(chatId);
      if (row === undefined) return undefined;
      world.chats.set(chatId, { ...row, draft: text });
      emit('chats.changed', { chatIds: [row.id] });
      return null;
    },
    'messages.page': ({ chatId, older, newer, around, limit }) => {
      const thread = threadOf(chatId);
      if (older !== null) return cut(thread, Number(older) - limit, Number(older));
      if (newer !== null) return cut(thread, Number(newer), Number(newer) + limit);
      if (around !== null) {
        const at = thread.findIndex(({ id }) => id === around);
        return cut(thread, at - Math.floor(limit / 2), at + Math.ceil(limit / 2));
      }
      return cut(thread, thread.length - limit, thread.length);
    },
    'messages.history': (asked) => {
      const message = find(asked.messageId);
      if (message === undefined) return undefined;
      return {
        wamid: message.wamid,
        direction: message.direction,
        origin: message.origin,
        status: message.status,
        timestamp: message.timestamp,
        storedAt: message.timestamp,
        statuses: [],
        sending: null,
        attempts: [],
        revisions: [],
        payload: { type: message.type },
        deliveries: [],
      };
    },
    'messages.byIds': ({ chatId, messageIds }) => {
      const wanted = new Set<number>(messageIds);
      return threadOf(chatId).filter(({ id }) => wanted.has(id));
    },
    'messages.sendText': ({ chatId, body, replyTo }) => {
      const row = world.chats.get(chatId);
      if (row === undefined) return undefined;
      nextId += 1;
      const quoted = replyTo === null ? undefined : find(replyTo);
      const message = aMessage(nextId, {
        chatId: row.id,
        direction: 'outbound',
        text: body,
        status: 'queued',
        timestamp: Date.now(),
        quote:
          quoted === undefined
            ? null
            : {
                id: quoted.id,
                wamid: quoted.wamid ?? '',
                direction: quoted.direction,
                type: quoted.type,
                text: quoted.text,
                authorName: null,
              },
      });
      place(message);
      return message;
    },
    'messages.react': ({ messageId: id, emoji }) => {
      const message = find(id);
      if (message === undefined) return undefined;
      const others = message.reactions.filter(({ actor }) => actor !== 'business');
      const reactions = emoji === '' ? others : [...others, { actor: 'business', emoji }];
      place({ ...message, reactions });
      return null;
    },
    'messages.star': ({ messageId: id, isStarred }) => {
      const message = find(id);
      if (message === undefined) return undefined;
      place({ ...message, isStarred });
      return null;
    },
    'messages.hide': () => null,
    'messages.retry': ({ messageId: id }) => {
      const message = find(id);
      if (message === undefined) return undefined;
      const again: Message = { ...message, status: 'queued', error: null };
      place(again);
      return again;
    },
    'search.messages': () => ({
      hits: [],
      nextCursor: null,
      hints: [],
      stillIndexing: 0,
      superseded: false,
    }),
    'search.chats': () => ({ chats: [], superseded: false }),
    'messages.takeBack': ({ messageId: id }) => find(id)?.text,
    'quickReplies.list': () => [],
    'quickReplies.save': ({ id, shortcut, text }) => ({
      id: asId<QuickReplyId>(id ?? 1),
      shortcut,
      text,
    }),
    'quickReplies.remove': () => null,
    'attachments.list': () => [],
    'attachments.caption': () => null,
    'attachments.move': () => [],
    'attachments.remove': () => null,
    'messages.sendFiles': () => [],
    'messages.send': () => undefined,
    'messages.forward': ({ chatIds }) =>
      chatIds.map((id) => ({ chatId: asId<ChatId>(id), refusal: null })),
    'savedPlaces.list': () => [],
    'savedPlaces.save': () => asId<SavedPlaceId>(1),
    'savedPlaces.remove': () => null,
    'messages.keepForReply': () => null,
    'messages.replay': () => ({ replayed: 0, failed: 0, changed: {} }),
    'messages.firstSince': ({ chatId, at }) =>
      threadOf(chatId).find(({ timestamp }) => timestamp >= at)?.id ?? null,
    'scheduled.list': () => [],
    'scheduled.add': () => null,
    'scheduled.change': () => null,
    'scheduled.sendNow': () => undefined,
    'scheduled.cancel': () => null,
    'sending.resume': () => null,
    'sending.wake': () => null,
    ...besideHandlers,
    ...importHandlers,
    ...templateHandlers,
    ...blockHandlers,
    ...segmentHandlers(emit),
    ...mergeHandlers(),
    ...consentHandlers,
    ...contactBookHandlers,
    ...personHandlers,
    ...contactListHandlers(world.people),
    'messages.discard': ({ messageId: id }) => {
      const message = find(id);
      if (message === undefined) return undefined;
      const thread = threadOf(message.chatId);
      thread.splice(thread.indexOf(message), 1);
      emit('messages.changed', { chatId: message.chatId, messageIds: [message.id] });
      refreshRow(message.chatId);
      return null;
    },
    ...own,
  };

  async function invoke<C extends CommandName>(
    command: C,
    input: CommandInput<C>,
  ): Promise<Result<CommandOutput<C>>> {
    calls.push(command);
    await Promise.resolve();
    if (failure !== undefined) return refuse(failure, 'Frontdesk is not reachable.');
    const data = handlers[command](input);
    return data === undefined ? refuse('not_found', 'That does not exist.') : { ok: true, data };
  }

  return {
    calls,
    notifications,
    opened,
    emit,
    invoke,
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    receive(chat, text) {
      nextId += 1;
      const row = world.chats.get(chat);
      if (row === undefined) throw new Error(`There is no chat ${chat}`);
      world.chats.set(chat, { ...row, unreadCount: row.unreadCount + 1 });
      const message = aMessage(nextId, { chatId: row.id, text, timestamp: Date.now() });
      place(message);
      emit('messages.arrived', { chatId: row.id, messageIds: [messageId(message.id)] });
      return message;
    },
    settle: (message, changes) => place({ ...message, ...changes }),
    failWith(code) {
      failure = code;
      if (code === undefined) emit('resync', {});
    },
    shell: {
      platform: 'linux',
      notify: (notification) => void notifications.push(notification),
      setBadge: () => undefined,
      openExternal: (url) => void opened.push(url),
      mediaUrl: (id) => `/media/${id}`,
      previewUrl: (id) => `/preview/${id}`,
      dragMedia: null,
      openMedia: null,
      saveMedia: () => undefined,
    },
    files: { address: (note) => `/files?${writeFileNote(note)}` },
  } satisfies FrontdeskBridge & FakeBridge;
}

function refuse(
  code: ErrorCode,
  message: string,
): { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } } {
  return { ok: false, error: { code, message } };
}

function cut(thread: readonly Message[], from: number, to: number): MessagePage {
  const start = Math.max(0, from);
  const end = Math.min(thread.length, to);
  return {
    messages: thread.slice(start, end),
    notes: [],
    olderCursor: start > 0 ? String(start) : null,
    newerCursor: end < thread.length ? String(end) : null,
  };
}

function withoutGaps(change: Partial<{ [K in keyof Preferences]: Preferences[K] | undefined }>) {
  const { theme, density, listWidth, contextPanel, notifications, sendDelaySeconds } = change;
  const { playbackSpeed } = change;
  return {
    ...(theme !== undefined && { theme }),
    ...(density !== undefined && { density }),
    ...(listWidth !== undefined && { listWidth }),
    ...(contextPanel !== undefined && { contextPanel }),
    ...(notifications !== undefined && { notifications }),
    ...(sendDelaySeconds !== undefined && { sendDelaySeconds }),
    ...(playbackSpeed !== undefined && { playbackSpeed }),
  };
}
