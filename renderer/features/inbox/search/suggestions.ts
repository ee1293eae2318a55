import { queryParts, SEARCH_KINDS, SEARCH_OPERATORS, SEARCH_STATES } from '#shared/search-query.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { SearchOperator } from '#shared/search-query.ts';

export interface Suggestion {
  readonly label: string;
  /** What the field says when it is taken. */
  readonly text: string;
  readonly operator: SearchOperator;
}

const MOST = 6;

/** How the question could go on: operators that fit what is being typed, or their values. */
export function suggestionsFor(
  text: string,
  names: readonly string[],
  labels: readonly string[],
): Suggestion[] {
  const last = queryParts(text).at(-1);
  const open = last?.isOpen === true ? last : undefined;
  const before = open === undefined ? text : text.slice(0, text.length - open.text.length);
  if (open?.operator) {
    const { operator, value } = open;
    return valuesOf(operator, names, labels)
      .filter((known) => known.toLowerCase().includes(value.toLowerCase()) && known !== value)
      .slice(0, MOST)
      .map((known) => ({ label: known, operator, text: `${before}${operator}:${quoted(known)} ` }));
  }
  const start = open?.value.toLowerCase() ?? '';
  return SEARCH_OPERATORS.filter((operator) => operator.startsWith(start)).map((operator) => ({
    label: `${operator}:`,
    operator,
    text: `${before}${operator}:`,
  }));
}

function valuesOf(
  operator: SearchOperator,
  names: readonly string[],
  labels: readonly string[],
): readonly string[] {
  switch (operator) {
    case 'from':
      return ['me', ...names];
    case 'in':
      return names;
    case 'has':
      return SEARCH_KINDS;
    case 'is':
      return SEARCH_STATES;
    case 'before':
    case 'after':
      return ['today', 'yesterday'];
    case 'label':
      return labels;
    default:
      return unreachable(operator);
  }
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
