import type { AccountId, ChatId } from '#shared/ids.ts';
import type { SearchQuery, SearchTerm } from '#shared/search-query.ts';
import {
  accountFacet,
  chatFacet,
  directionFacet,
  FAILED_FACET,
  kindFacet,
} from './search-facets.ts';

export interface MatchScope {
  readonly accountId: AccountId | null;
  /** Only these chats; null for all. */
  readonly chatIds: readonly ChatId[] | null;
}

/**
 * The question in the index's own language; null when nothing in it can be asked of the index. Words
 * are letters, digits and signs only (search-text.ts) and stand in quotes, so none is ever read as syntax.
 */
export function matchExpression(query: SearchQuery, scope: MatchScope): string | null {
  const wanted = [
    ...query.terms.map((term) => `words : ${phrase(term)}`),
    ...facetGroups(query, scope).map(
      (tokens) => `facets : (${tokens.map((token) => `"${token}"`).join(' OR ')})`,
    ),
  ];
  if (wanted.length === 0) return null;
  const all = wanted.map((part) => `(${part})`).join(' AND ');
  if (query.excluded.length === 0) return all;
  const none = query.excluded.map((term) => `(words : ${phrase(term)})`).join(' OR ');
  return `(${all}) NOT (${none})`;
}

function phrase({ words, isPrefix }: SearchTerm): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

/** All groups must hold; of a group, any token will do. */
function facetGroups(query: SearchQuery, { accountId, chatIds }: MatchScope): string[][] {
  const groups: string[][] = [];
  if (accountId !== null) groups.push([accountFacet(accountId)]);
  if (chatIds !== null) groups.push(chatIds.map(chatFacet));
  if (query.fromMe) groups.push([directionFacet('outbound')]);
  if (query.fromNames.length > 0) groups.push([directionFacet('inbound')]);
  for (const kind of query.has) groups.push([kindFacet(kind)]);
  for (const state of query.is) {
    switch (state) {
      case 'failed':
        groups.push([FAILED_FACET]);
        break;
      case 'sent':
        groups.push([directionFacet('outbound')]);
        break;
      case 'received':
      case 'unread':
        groups.push([directionFacet('inbound')]);
        break;
    }
  }
  return groups;
}
