import type { AccountId, ChatId, ContactId, MessageId } from '../ids.ts';
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
}
