import type { QuickReplyId } from '../ids.ts';

export interface QuickReply {
  readonly id: QuickReplyId;
  /** What is typed after `/` to find it; no two have the same. */
  readonly shortcut: string;
  /** May hold `{name}`, `{first_name}` and `{business}`. */
  readonly text: string;
}

/** A null id: one that is not there yet. */
export interface NewQuickReply extends Omit<QuickReply, 'id'> {
  readonly id: QuickReplyId | null;
}
