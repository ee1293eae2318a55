import type { AccountId, ChatId, MessageId } from '../ids.ts';
import type { SearchHint } from '../search-query.ts';
import type { Direction, MessageStatus, MessageType } from './message.ts';

/** What of a message shows why it was found. */
export interface Snippet {
  /** One line; starts or ends with … where it was cut. */
  readonly text: string;
  /** What to highlight: [start, end) in UTF-16 units of `text`, in order, without overlaps. */
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

export interface SearchHit {
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly contactName: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly status: MessageStatus;
  readonly snippet: Snippet;
}

/** Newest first. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly nextCursor: string | null;
  /** What of the question could not be done as it was written. */
  readonly hints: readonly SearchHint[];
  /** Messages of old that the index does not know yet; 0 when everything can be found. */
  readonly stillIndexing: number;
  /** A newer question came before this one's turn, so it was not answered. */
  readonly superseded: boolean;
}
