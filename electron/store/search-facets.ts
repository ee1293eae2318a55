import type { AccountId, ChatId } from '#shared/ids.ts';
import type { Direction, MessageType } from '#shared/models/message.ts';
import { SEARCH_KINDS } from '#shared/search-query.ts';
import type { SearchKind } from '#shared/search-query.ts';

export interface Faceted {
  readonly chatId: ChatId;
  readonly accountId: AccountId;
  readonly direction: Direction;
  readonly type: MessageType;
  readonly isFailed: boolean;
  readonly hasLink: boolean;
}

/** The tokens under which a message stands in the index beside its words. */
export function facetsOf(message: Faceted): string[] {
  const tokens = [
    chatFacet(message.chatId),
    accountFacet(message.accountId),
    directionFacet(message.direction),
  ];
  const kind = kindOf(message.type);
  if (kind !== undefined) tokens.push(kindFacet(kind));
  if (message.hasLink) tokens.push(kindFacet('link'));
  if (message.isFailed) tokens.push(FAILED_FACET);
  return tokens;
}

export const FAILED_FACET = 'sfailed';

export function chatFacet(id: ChatId): string {
  return `c${id}`;
}

export function accountFacet(id: AccountId): string {
  return `a${id}`;
}

export function directionFacet(direction: Direction): string {
  return `d${direction}`;
}

export function kindFacet(kind: SearchKind): string {
  return `k${kind}`;
}

function kindOf(type: MessageType): SearchKind | undefined {
  return SEARCH_KINDS.find((kind) => kind === type);
}
