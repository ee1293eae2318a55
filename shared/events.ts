import type { ChatId, ContactId, MessageId } from './ids.ts';

/** Events carry ids, not rows: whoever listens asks again for what it shows. */
export interface Events {
  /** Rows of the chat list changed, or appeared. */
  'chats.changed': { readonly chatIds: readonly ChatId[] };
  /** People changed, came, or went; not: somebody wrote. */
  'contacts.changed': { readonly contactIds: readonly ContactId[] };
  'messages.changed': { readonly chatId: ChatId; readonly messageIds: readonly MessageId[] };
  /** New messages from customers, as they come; never for imported history. */
  'messages.arrived': { readonly chatId: ChatId; readonly messageIds: readonly MessageId[] };
  'accounts.changed': Record<string, never>;
  'preferences.changed': Record<string, never>;
  /** How much of a message's file has gone to Meta. `sentBytes` is 0 again when it begins anew. */
  'upload.progress': {
    readonly chatId: ChatId;
    readonly messageId: MessageId;
    readonly sentBytes: number;
    readonly totalBytes: number;
  };
  /** A label came, went, or looks different. */
  'labels.changed': Record<string, never>;
  /** An import of contacts got further, or ended. */
  'imports.changed': Record<string, never>;
  /** A template or a draft of one came, went, or is not what it was. */
  'templates.changed': Record<string, never>;
  'notes.changed': { readonly chatId: ChatId };
  /** Somebody was blocked or unblocked. */
  'blocks.changed': Record<string, never>;
  /** A segment came, went, or asks something else. */
  'segments.changed': Record<string, never>;
  /** The line to the core was broken or events were missed: everything shown may be stale. */
  resync: Record<string, never>;
}

export type EventName = keyof Events;

export const EVENT_NAMES = [
  'chats.changed',
  'contacts.changed',
  'messages.changed',
  'messages.arrived',
  'accounts.changed',
  'preferences.changed',
  'upload.progress',
  'labels.changed',
  'imports.changed',
  'templates.changed',
  'notes.changed',
  'blocks.changed',
  'segments.changed',
  'resync',
] as const satisfies readonly EventName[];

/** One event on the wire. A hole in `seq` tells a client that it missed something. */
export interface EventOf<E extends EventName> {
  readonly seq: number;
  readonly name: E;
  readonly payload: Events[E];
}

export type EventEnvelope = { readonly [E in EventName]: EventOf<E> }[EventName];
