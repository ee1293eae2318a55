import type { AccountId, ChatId, ContactId, MessageId } from '../ids.ts';
import type { ChatLabel } from './label.ts';
import type { Direction, MessageStatus, MessageType } from './message.ts';

export interface ChatContact {
  readonly id: ContactId;
  /** The best name there is: the owner's, WhatsApp's, `@username`, the phone; never empty. */
  readonly name: string;
  /** E.164 with `+`; null for people known only by their business-scoped user id. */
  readonly phone: string | null;
  readonly username: string | null;
  readonly bsuid: string | null;
  readonly isBlocked: boolean;
  readonly optedOut: boolean;
}

export interface MessagePreview {
  readonly messageId: MessageId;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly text: string;
  readonly status: MessageStatus;
}

/** A row of the chat list. */
export interface Chat {
  readonly id: ChatId;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly contact: ChatContact;
  readonly isGroup: boolean;
  readonly preview: MessagePreview | null;
  readonly lastMessageAt: number | null;
  readonly lastInboundAt: number | null;
  readonly unreadCount: number;
  readonly isResolved: boolean;
  /** End of the 24-hour customer service window; null when the customer never opened one. */
  readonly windowExpiresAt: number | null;
  readonly draft: string;
  /** Null: not pinned. */
  readonly pinnedAt: number | null;
  /** A muted chat does not notify until then; null: it does. */
  readonly mutedUntil: number | null;
  /** A snoozed chat is out of the way until a time, or until the customer writes. */
  readonly snoozedUntil: number | null;
  readonly snoozedUntilReply: boolean;
  /** The owner wants to come back to it, whatever was read. */
  readonly isMarkedUnread: boolean;
  /** The customer spoke last. */
  readonly isWaiting: boolean;
  /** Messages of ours that failed, or of which nobody knows. */
  readonly failedCount: number;
  /** By name. */
  readonly labels: readonly ChatLabel[];
  /** What was typed into the note field and is not a note yet. */
  readonly noteDraft: string;
}
