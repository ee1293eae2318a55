import type { Rule, RuleNode } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import { isFinished } from './finished-rule.ts';
import type { RuleNames } from './rule-names.ts';

/** Why nobody passes a rule any more, or why it can't be asked yet. */
export type RuleProblem =
  'unfinished' | 'noLabels' | 'noFields' | 'label' | 'campaign' | 'field' | 'fieldType';

export function ruleProblem(rule: Rule, names: RuleNames): RuleProblem | undefined {
  if (rule.kind === 'label' && rule.labelId === 0 && names.labels.length === 0) return 'noLabels';
  if (rule.kind === 'field' && rule.fieldId === 0 && names.fields.length === 0) return 'noFields';
  if (!isFinished(rule)) return 'unfinished';
  switch (rule.kind) {
    case 'label':
      return has(names.labels, rule.labelId) ? undefined : 'label';
    case 'campaign':
      if (rule.campaignId === null) return undefined;
      return has(names.campaigns, rule.campaignId) ? undefined : 'campaign';
    case 'field': {
      const field = names.fields.find(({ id }) => id === rule.fieldId);
      if (field === undefined) return 'field';
      const fits = rule.test.kind === 'filled' || rule.test.kind === field.type;
      return fits ? undefined : 'fieldType';
    }
    case 'consent':
    case 'last_message':
    case 'language':
    case 'country':
    case 'source':
    case 'window':
    case 'blocked':
    case 'created':
      return undefined;
    default:
      return unreachable(rule);
  }
}

/** Whether something that the rules are about is there no more. */
export function isBroken(node: RuleNode, names: RuleNames): boolean {
  return node.kind === 'group'
    ? node.rules.some((each) => isBroken(each, names))
    : isFinished(node) && ruleProblem(node, names) !== undefined;
}

function has(items: readonly { readonly id: number }[], id: number): boolean {
  return items.some((item) => item.id === id);
}
