import { searchTokens } from './search-text.ts';
import { parsePeriod } from './search-period.ts';

export const SEARCH_KINDS = ['image', 'video', 'audio', 'document', 'link', 'location'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_STATES = ['failed', 'unread', 'sent', 'received'] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

export const SEARCH_OPERATORS = ['from', 'in', 'has', 'is', 'before', 'after', 'label'] as const;
export type SearchOperator = (typeof SEARCH_OPERATORS)[number];

/** Folded words that stand one after the other. */
export interface SearchTerm {
  readonly words: readonly [string, ...string[]];
  /** The last word may go on: the owner is still typing it. */
  readonly isPrefix: boolean;
}

/** Why a part of the question was not taken at its word. */
export interface SearchHint {
  readonly kind: 'unknown_value' | 'no_date' | 'not_yet' | 'only_excluded' | 'nobody' | 'no_label';
  /** The part as it was written. */
  readonly part: string;
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  readonly excluded: readonly SearchTerm[];
  readonly fromMe: boolean;
  /** Names as they were written; any of them will do. */
  readonly fromNames: readonly string[];
  readonly inNames: readonly string[];
  readonly labelNames: readonly string[];
  readonly has: readonly SearchKind[];
  readonly is: readonly SearchState[];
  /** Milliseconds since 1970: at or after `after`, before `before`. */
  readonly before: number | null;
  readonly after: number | null;
  readonly hints: readonly SearchHint[];
}

/** One part of a question as it stands in the text: `-"two words"`, `from:ana`, `hello`. */
export interface QueryPart {
  readonly text: string;
  readonly operator: SearchOperator | null;
  readonly value: string;
  readonly isExcluded: boolean;
  /** Nothing stands behind it, not even a closing quote or a space. */
  readonly isOpen: boolean;
}

const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)("?)|(\S+))/giu;

/** Cuts a question into its parts. Whatever people type is a list of parts; nothing is an error. */
export function queryParts(text: string): QueryPart[] {
  return [...text.matchAll(PART)].flatMap((match) => {
    const [whole, minus = '', name = '', quoted, closing, word = ''] = match;
    const isOpen = match.index + whole.length === text.length && closing !== '"';
    const operator = operatorOf(name);
    // An operator that there is not is a word with a colon in it, such as “note:” or “https://”.
    const prefix = operator === null && name !== '' ? `${name} ` : '';
    const value = prefix + (quoted ?? word);
    return [{ text: whole, operator, value, isExcluded: minus === '-', isOpen }];
  });
}

function operatorOf(name: string): SearchOperator | null {
  const lower = name.toLowerCase();
  return SEARCH_OPERATORS.find((operator) => operator === lower) ?? null;
}

/**
 * Reads what the owner asks: words, "phrases", -excluded, and operators. Never throws: an operator
 * that makes no sense counts as a word and leaves a hint.
 *
 * @param now decides what `today` means, in the time zone of this computer
 */
export function parseSearch(text: string, now: number): SearchQuery {
  const query = {
    terms: [] as SearchTerm[],
    excluded: [] as SearchTerm[],
    fromMe: false,
    fromNames: [] as string[],
    inNames: [] as string[],
    labelNames: [] as string[],
    has: [] as SearchKind[],
    is: [] as SearchState[],
    before: null as number | null,
    after: null as number | null,
    hints: [] as SearchHint[],
  };

  function addWords(value: string, { isExcluded, isOpen }: QueryPart): void {
    const [first, ...rest] = searchTokens(value)
      .map(({ word }) => word)
      .filter((word) => word !== '');
    if (first === undefined) return;
    const term: SearchTerm = { words: [first, ...rest], isPrefix: isOpen && !isExcluded };
    (isExcluded ? query.excluded : query.terms).push(term);
  }

  function misread(part: QueryPart, kind: SearchHint['kind']): void {
    query.hints.push({ kind, part: part.text });
    addWords(part.value, part);
  }

  for (const part of queryParts(text)) {
    const value = part.value.trim();
    const word = value.toLowerCase();
    if (part.operator === null) {
      addWords(part.value, part);
    } else if (value === '') {
      // Still being typed.
      continue;
    } else if (part.isExcluded) {
      misread(part, 'unknown_value');
    } else {
      readOperator(part.operator, part, value, word);
    }
  }
  if (query.terms.length === 0 && query.excluded.length > 0 && !narrows(query)) {
    query.hints.push({ kind: 'only_excluded', part: text.trim() });
  }
  return query;

  function readOperator(
    operator: SearchOperator,
    part: QueryPart,
    value: string,
    word: string,
  ): void {
    switch (operator) {
      case 'from':
        if (word === 'me') query.fromMe = true;
        else query.fromNames.push(value);
        return;
      case 'in':
        if (word === 'campaign') query.hints.push({ kind: 'not_yet', part: part.text });
        else query.inNames.push(value);
        return;
      case 'label':
        query.labelNames.push(value);
        return;
      case 'has': {
        const kind = SEARCH_KINDS.find((known) => known === word);
        if (kind !== undefined) query.has.push(kind);
        else if (!part.isOpen) misread(part, 'unknown_value');
        return;
      }
      case 'is': {
        const state = SEARCH_STATES.find((known) => known === word);
        if (state !== undefined) query.is.push(state);
        else if (!part.isOpen) misread(part, 'unknown_value');
        return;
      }
      case 'before':
      case 'after': {
        const start = parsePeriod(word, now);
        if (start !== null) query[operator] = start;
        else if (!part.isOpen) misread(part, 'no_date');
        return;
      }
    }
  }
}

/** Whether there is anything to look for but what to leave out. */
export function narrows(query: Omit<SearchQuery, 'hints'>): boolean {
  return (
    query.terms.length > 0 ||
    query.fromMe ||
    query.fromNames.length > 0 ||
    query.inNames.length > 0 ||
    query.labelNames.length > 0 ||
    query.has.length > 0 ||
    query.is.length > 0 ||
    query.before !== null ||
    query.after !== null
  );
}
