import type { AccountId, ChatId, ScheduledId } from '../ids.ts';

/** A text that leaves later. It becomes a message of its chat when its time comes. */
export interface ScheduledMessage {
  readonly id: ScheduledId;
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly body: string;
  readonly replyToWamid: string | null;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}
