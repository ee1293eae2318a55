import type { EventEnvelope, EventName, EventOf } from '#shared/events.ts';
import type { ChatId, ContactId, MessageId } from '#shared/ids.ts';
import type { Change } from '#electron/store/change.ts';
import { unreachable } from '#shared/unreachable.ts';

export type EventListener = (event: EventEnvelope) => void;

/** Turns what commits changed into events for the screens, at most one burst per `COALESCE_MS`. */
export interface EventStream {
  /** Takes the changes of one commit. */
  push(changes: readonly Change[]): void;
  /** Says at once what is in no table: it passes, and nothing is lost with it. */
  tell(announcement: Announcement): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: EventListener): () => void;
  close(): void;
}

/** Long enough to join a batch of statuses, too short to be seen. */
const COALESCE_MS = 30;

/** Past this, lists of ids cost more than asking again for what is on the screen. */
const MAX_IDS = 200;

export function createEventStream(): EventStream {
  const listeners = new Set<EventListener>();
  let seq = 0;
  let pending: Change[] = [];
  let timer: NodeJS.Timeout | undefined;

  function emit(announcement: Announcement): void {
    seq += 1;
    for (const listener of listeners) listener({ ...announcement, seq });
  }

  function flush(): void {
    timer = undefined;
    const changes = pending;
    pending = [];
    if (changes.length > MAX_IDS * 10) {
      emit({ name: 'resync', payload: {} });
      return;
    }
    announceChanges(changes, emit);
  }

  return {
    push(changes) {
      pending.push(...changes);
      timer ??= setTimeout(flush, COALESCE_MS);
    },
    tell: emit,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

type Announcement = { readonly [E in EventName]: Omit<EventOf<E>, 'seq'> }[EventName];
type Emit = (announcement: Announcement) => void;

function announceChanges(changes: readonly Change[], emit: Emit): void {
  const chats = new Set<ChatId>();
  const contacts = new Set<ContactId>();
  const changed = new Map<ChatId, Set<MessageId>>();
  const arrived = new Map<ChatId, Set<MessageId>>();
  let accounts = false;
  let preferences = false;
  let labels = false;
  let imports = false;
  let templates = false;
  const noted = new Set<ChatId>();
  let blocks = false;
  let segments = false;
  for (const change of changes) {
    switch (change.kind) {
      case 'chat':
        chats.add(change.chatId);
        break;
      case 'contact':
        contacts.add(change.contactId);
        break;
      case 'message':
        chats.add(change.chatId);
        remember(changed, change.chatId, change.messageId);
        break;
      case 'message_arrived':
        chats.add(change.chatId);
        remember(arrived, change.chatId, change.messageId);
        break;
      case 'account':
        accounts = true;
        break;
      case 'preferences':
        preferences = true;
        break;
      case 'labels':
        labels = true;
        break;
      case 'import':
        imports = true;
        break;
      case 'templates':
        templates = true;
        break;
      case 'notes':
        noted.add(change.chatId);
        break;
      case 'blocks':
        blocks = true;
        break;
      case 'segments':
        segments = true;
        break;
      case 'outbox':
        break;
      default:
        unreachable(change);
    }
  }
  if (accounts) emit({ name: 'accounts.changed', payload: {} });
  if (preferences) emit({ name: 'preferences.changed', payload: {} });
  if (labels) emit({ name: 'labels.changed', payload: {} });
  if (blocks) emit({ name: 'blocks.changed', payload: {} });
  if (segments) emit({ name: 'segments.changed', payload: {} });
  if (imports) emit({ name: 'imports.changed', payload: {} });
  if (templates) emit({ name: 'templates.changed', payload: {} });
  for (const chatId of noted) emit({ name: 'notes.changed', payload: { chatId } });
  for (const chatIds of inSlices([...chats])) {
    emit({ name: 'chats.changed', payload: { chatIds } });
  }
  for (const contactIds of inSlices([...contacts])) {
    emit({ name: 'contacts.changed', payload: { contactIds } });
  }
  emitPerChat('messages.changed', changed, emit);
  emitPerChat('messages.arrived', arrived, emit);
}

function remember(map: Map<ChatId, Set<MessageId>>, chatId: ChatId, messageId: MessageId): void {
  const ids = map.get(chatId) ?? new Set();
  map.set(chatId, ids.add(messageId));
}

function emitPerChat(
  name: 'messages.changed' | 'messages.arrived',
  perChat: ReadonlyMap<ChatId, ReadonlySet<MessageId>>,
  emit: Emit,
): void {
  for (const [chatId, ids] of perChat) {
    for (const messageIds of inSlices([...ids])) emit({ name, payload: { chatId, messageIds } });
  }
}

function inSlices<T>(ids: readonly T[]): T[][] {
  const slices: T[][] = [];
  for (let start = 0; start < ids.length; start += MAX_IDS) {
    slices.push(ids.slice(start, start + MAX_IDS));
  }
  return slices;
}
