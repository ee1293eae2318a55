import type { AccountId, ChatId, MessageId, ScheduledId } from '../ids.ts';

/** A text that leaves later. It becomes a message of its chat when its time comes. */
export interface ScheduledMessage {
  readonly id: ScheduledId;
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly body: string;
  readonly replyToWamid: string | null;
  /** The message that it quotes, where Frontdesk knows it. */
  readonly replyTo: MessageId | null;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}
