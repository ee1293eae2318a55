import type { ChatId } from '../ids.ts';

/** What became of a message that was given on to one chat. */
export interface ForwardOutcome {
  readonly chatId: ChatId;
  /** Why this chat did not take it, in words; null where it did. */
  readonly refusal: string | null;
}
