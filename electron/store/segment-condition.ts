import type { Combination, RuleGroup, RuleNode } from '#shared/models/segment.ts';
import { createParameterList } from './segment-parameters.ts';
import { ruleCondition } from './segment-rules.ts';
import type { RuleContext } from './segment-rules.ts';

/** Rules, and the time at which they are asked. */
export interface SegmentQuestion {
  readonly rules: RuleGroup;
  readonly now: number;
}

/** About the row `c` of `contact`, with a value for each question mark. */
export interface SegmentCondition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Null, and so nobody, where it hangs on a rule that nobody can answer any more. */
export function segmentCondition({ rules, now }: SegmentQuestion): SegmentCondition {
  const list = createParameterList();
  return list.inOrder(rules.rules.length === 0 ? '1' : groupCondition(rules, { now, list }));
}

function groupCondition({ combine, rules }: RuleGroup, context: RuleContext): string {
  return COMBINED[combine](rules.map((node) => nodeCondition(node, context)));
}

const COMBINED: Readonly<Record<Combination, (conditions: readonly string[]) => string>> = {
  all: (conditions) => `(${conditions.join(' AND ')})`,
  any: (conditions) => `(${conditions.join(' OR ')})`,
  none: (conditions) => `(NOT (${conditions.join(' OR ')}))`,
};

function nodeCondition(node: RuleNode, context: RuleContext): string {
  return node.kind === 'group' ? groupCondition(node, context) : ruleCondition(node, context);
}
