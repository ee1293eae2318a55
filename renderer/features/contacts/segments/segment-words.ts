import type { TFunction } from 'i18next';
import type { RuleGroup, RuleNode } from '#shared/models/segment.ts';
import type { RuleNames } from './rule-names.ts';
import { ruleWords } from './rule-words.ts';

/** A whole segment as one sentence. */
export function segmentWords(t: TFunction, group: RuleGroup, names: RuleNames): string {
  if (group.rules.length === 0) return t('segments.words.everybody');
  return t(`segments.words.${group.combine}`, { rules: rulesOf(t, group, names) });
}

const INNER = {
  all: 'segments.words.innerAll',
  any: 'segments.words.innerAny',
  none: 'segments.words.innerNone',
} as const;

function nodeWords(t: TFunction, node: RuleNode, names: RuleNames): string {
  if (node.kind !== 'group') return ruleWords(t, node, names);
  const rules = rulesOf(t, node, names);
  return node.rules.length === 1 && node.combine !== 'none'
    ? rules
    : t(INNER[node.combine], { rules });
}

function rulesOf(t: TFunction, { combine, rules }: RuleGroup, names: RuleNames): string {
  const parts = rules.map((node) => nodeWords(t, node, names));
  return names.list(parts, combine === 'all' ? 'conjunction' : 'disjunction');
}
