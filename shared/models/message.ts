import type { ChatId, MessageId } from '../ids.ts';
import type { MessageContent } from './message-content.ts';
import type { MessageExtras } from './message-extras.ts';

export const MESSAGE_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'location',
  'template',
  'reaction',
  'sticker',
  'interactive',
  'button',
  'contacts',
  'order',
  'system',
  'unknown',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

export type Direction = 'inbound' | 'outbound';

/** What a message's row says. Inbound messages are always `received`. */
export const MESSAGE_STATUSES = [
  'received',
  'queued',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'unknown',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/**
 * Why a message of ours waits for somebody. `window_closed`: it waited too long, and the owner is
 * asked. `missed_start`: its time passed while Frontdesk was closed; the owner is asked.
 * `until_reply`: the owner decided that it leaves when the customer writes.
 */
export type MessageHold = 'window_closed' | 'missed_start' | 'until_reply';

/** Who put the message on its way. `phone` and `standby` were written by someone else than Frontdesk. */
export type MessageOrigin = 'customer' | 'frontdesk' | 'phone' | 'history' | 'standby';

export interface StatusFact {
  readonly status: string;
  /** Milliseconds since 1970, as Meta says it happened. */
  readonly at: number;
}

export interface MessageError {
  /** Meta's error code, or null when the failure is Frontdesk's own (no network, no token). */
  readonly code: number | null;
  readonly title: string;
  /** What the owner can do about it, in words. */
  readonly advice: string;
}

export interface Reaction {
  /** `business`, `customer`, or in groups `customer:` and the sender's id. */
  readonly actor: string;
  readonly emoji: string;
}

/** The message that a reply quotes. `id` is null when Frontdesk never saw the quoted message. */
export interface Quote {
  readonly id: MessageId | null;
  readonly wamid: string;
  readonly direction: Direction | null;
  readonly type: MessageType | null;
  readonly text: string | null;
  readonly authorName: string | null;
}

export interface Message {
  readonly id: MessageId;
  readonly chatId: ChatId;
  readonly wamid: string | null;
  readonly direction: Direction;
  readonly origin: MessageOrigin;
  readonly type: MessageType;
  /** The words of the message as a person would read them aloud; empty where there are none. */
  readonly text: string;
  readonly content: MessageContent;
  readonly status: MessageStatus;
  readonly error: MessageError | null;
  readonly quote: Quote | null;
  readonly reactions: readonly Reaction[];
  /** Milliseconds since 1970: Meta's time for what came in, ours for what went out. */
  readonly timestamp: number;
  readonly isForwarded: boolean;
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
  readonly isStarred: boolean;
  /** Set only in groups, where the chat's name does not say who wrote. */
  readonly senderName: string | null;
  readonly extras: MessageExtras;
  /** When the outbox tries again; null when nothing waits. */
  readonly nextAttemptAt: number | null;
  /** Null when nothing holds it. */
  readonly hold: MessageHold | null;
}

/** The files of a chat right before and after one of its messages; null at the ends of the thread. */
export interface FilesBeside {
  readonly older: Message | null;
  readonly newer: Message | null;
}
