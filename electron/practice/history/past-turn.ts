import type { InboundContent } from '../inbound.ts';

/** What became of a message of the shop, in the words of `history_context`. */
export type PastStatus = 'SENT' | 'DELIVERED' | 'READ' | 'PLAYED' | 'ERROR';

/** One message of the past, before it has a time and an id. */
export interface PastTurn {
  readonly by: 'customer' | 'shop';
  readonly content: InboundContent;
  readonly status: PastStatus;
  /** Whether it answers the last message of the other side. */
  readonly quotes: boolean;
  /** Set on a reaction, which names the message it belongs to. */
  readonly reaction: string | null;
}

export function pastTurn(
  by: PastTurn['by'],
  content: InboundContent,
  extra: Partial<Pick<PastTurn, 'status' | 'quotes' | 'reaction'>> = {},
): PastTurn {
  return { by, content, status: 'READ', quotes: false, reaction: null, ...extra };
}
