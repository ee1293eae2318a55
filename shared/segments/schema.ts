import { z } from 'zod';
import { countrySchema } from '../contact-words.ts';
import type { CampaignId, CustomFieldId, LabelId } from '../ids.ts';
import {
  CAMPAIGN_DEEDS,
  COMBINATIONS,
  CONSENT_STATES,
  CONTACT_SOURCES,
  NUMBER_TESTS,
  TEXT_TESTS,
  WRITERS,
} from '../models/segment.ts';
import type { RuleGroup } from '../models/segment.ts';

/** Past this a question takes longer than its answer is worth, and nobody can read it. */
const MAX_RULES = 40;

const days = z.int().min(1, 'At least one day.').max(36_500);
const date = z.iso.date('A day such as 2026-03-01.');

/** What goes in is what comes out: a screen keeps rules with the ids that it was given. */
function idOf<Id extends LabelId | CampaignId | CustomFieldId>(message: string) {
  return z.custom<Id>((value) => z.int().positive().safeParse(value).success, message);
}

const within = z.strictObject({ kind: z.literal('within'), days });
const longerAgo = z.strictObject({ kind: z.literal('longer_ago'), days });
const before = z.strictObject({ kind: z.literal('before'), date });
const since = z.strictObject({ kind: z.literal('since'), date });
const never = z.strictObject({ kind: z.literal('never') });
const next = z.strictObject({ kind: z.literal('next'), days });
const timeTest = z.discriminatedUnion('kind', [within, longerAgo, before, since]);

const fieldTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('filled'), isFilled: z.boolean() }),
  z.strictObject({
    kind: z.literal('text'),
    op: z.enum(TEXT_TESTS),
    value: z.string().trim().min(1, 'Write what to compare with.').max(200),
  }),
  z.strictObject({ kind: z.literal('number'), op: z.enum(NUMBER_TESTS), value: z.number() }),
  z.strictObject({
    kind: z.literal('date'),
    when: z.discriminatedUnion('kind', [within, longerAgo, before, since, next]),
  }),
  z.strictObject({ kind: z.literal('yes_no'), isYes: z.boolean() }),
]);

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('label'),
    labelId: idOf<LabelId>('Choose a label.'),
    has: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('consent'), state: z.enum(CONSENT_STATES) }),
  z.strictObject({
    kind: z.literal('last_message'),
    from: z.enum(WRITERS),
    when: z.discriminatedUnion('kind', [within, longerAgo, before, since, never]),
  }),
  z.strictObject({
    kind: z.literal('campaign'),
    campaignId: idOf<CampaignId>('Choose a campaign.').nullable(),
    did: z.enum(CAMPAIGN_DEEDS),
    days: days.nullable(),
  }),
  z.strictObject({
    kind: z.literal('field'),
    fieldId: idOf<CustomFieldId>('Choose a field.'),
    test: fieldTest,
  }),
  z.strictObject({
    kind: z.literal('language'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/u, 'A language such as pt-BR.')
      .nullable(),
    is: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('country'), country: countrySchema, is: z.boolean() }),
  z.strictObject({
    kind: z.literal('source'),
    source: z.enum(CONTACT_SOURCES),
    is: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('window'), isOpen: z.boolean() }),
  z.strictObject({ kind: z.literal('blocked'), isBlocked: z.boolean() }),
  z.strictObject({ kind: z.literal('created'), when: timeTest }),
]);

function groupOf<Node extends z.ZodType>(node: Node, fewest: number) {
  return z.strictObject({
    kind: z.literal('group'),
    combine: z.enum(COMBINATIONS),
    rules: z.array(node).min(fewest, 'A group needs a rule.').max(MAX_RULES),
  });
}

const innermost = groupOf(rule, 1);
const inner = groupOf(z.union([rule, innermost]), 1);

/** A tree of at most three levels: groups in groups in one group. */
export const segmentRulesSchema: z.ZodType<RuleGroup, RuleGroup> = groupOf(
  z.union([rule, inner]),
  0,
).refine((group) => countRules(group) <= MAX_RULES, `A segment can have ${MAX_RULES} rules.`);

export const segmentNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the segment a name.')
  .max(80, 'The name can have 80 letters.');

function countRules(group: RuleGroup): number {
  return group.rules
    .map((node) => (node.kind === 'group' ? countRules(node) : 1))
    .reduce((sum, count) => sum + count, 0);
}
