import type { ChatId, MessageId } from '../ids.ts';
import type { BlockActor } from './block.ts';
import type { Direction, MessageType } from './message.ts';
import type { MessageContent } from './message-content.ts';

interface Moment {
  /** Stands for the entry in a list; no two have the same. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** One touch between a customer and the business. */
export type TimelineEntry =
  /** The first message of a chat. */
  | (Moment & {
      readonly kind: 'began';
      readonly chatId: ChatId;
      readonly messageId: MessageId;
      readonly direction: Direction;
    })
  /** They came through an advertisement or a post. */
  | (Moment & {
      readonly kind: 'referral';
      readonly chatId: ChatId;
      readonly source: 'ad' | 'post' | 'other';
      readonly headline: string | null;
    })
  | (Moment & {
      readonly kind: 'consent';
      readonly change: 'opt_in' | 'opt_out';
      readonly source: string;
    })
  /** One of our numbers blocked them. */
  | (Moment & {
      readonly kind: 'blocked';
      readonly accountName: string;
      readonly by: BlockActor;
      readonly reason: string;
    })
  /** The block ended, or went on with another reason or end: then it is by `change`. */
  | (Moment & {
      readonly kind: 'unblocked';
      readonly accountName: string;
      readonly by: BlockActor;
    })
  /** A notice, an order, a template or a filled-in form. */
  | (Moment & {
      readonly kind: 'message';
      readonly chatId: ChatId;
      readonly messageId: MessageId;
      readonly type: MessageType;
      readonly direction: Direction;
      readonly content: MessageContent;
    });

/** Newest first. */
export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  readonly nextCursor: string | null;
}
