import type { FieldTest, Rule, RuleNode, TimeTest } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';

/** Whether a rule can be asked; while it is put together, something may still be missing. */
export function isFinished(rule: Rule): boolean {
  switch (rule.kind) {
    case 'label':
      return rule.labelId > 0;
    case 'last_message':
      return isFinishedTime(rule.when);
    case 'campaign':
      return rule.days === null || isDays(rule.days);
    case 'field':
      return rule.fieldId > 0 && isFinishedTest(rule.test);
    case 'created':
      return isFinishedTime(rule.when);
    case 'consent':
    case 'language':
    case 'country':
    case 'source':
    case 'window':
    case 'blocked':
      return true;
    default:
      return unreachable(rule);
  }
}

/** Whether a whole tree can be asked. */
export function isAllFinished(node: RuleNode): boolean {
  return node.kind === 'group' ? node.rules.every(isAllFinished) : isFinished(node);
}

function isFinishedTest(test: FieldTest): boolean {
  switch (test.kind) {
    case 'text':
      return test.value.trim() !== '';
    case 'number':
      return Number.isFinite(test.value);
    case 'date':
      return isFinishedTime(test.when);
    case 'filled':
    case 'yes_no':
      return true;
    default:
      return unreachable(test);
  }
}

export type AnyTime =
  TimeTest | { readonly kind: 'next'; readonly days: number } | { readonly kind: 'never' };

export function isFinishedTime(test: AnyTime): boolean {
  if (test.kind === 'never') return true;
  return 'days' in test ? isDays(test.days) : /^[12]\d{3}-\d\d-\d\d$/.test(test.date);
}

/** A hundred years back nobody wrote. */
const MOST_DAYS = 36_500;

export function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
}
