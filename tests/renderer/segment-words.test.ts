import { t } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { CampaignId, CustomFieldId, LabelId } from '#shared/ids.ts';
import type { Rule, RuleGroup, RuleNode } from '#shared/models/segment.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { namesIn } from '../../renderer/features/contacts/segments/rule-names.ts';
import type { RuleNames } from '../../renderer/features/contacts/segments/rule-names.ts';
import { isBroken, ruleProblem } from '../../renderer/features/contacts/segments/rule-problem.ts';
import { ruleWords } from '../../renderer/features/contacts/segments/rule-words.ts';
import { segmentWords } from '../../renderer/features/contacts/segments/segment-words.ts';

const vip = asId<LabelId>(1);
const goneLabel = asId<LabelId>(9);
const spring = asId<CampaignId>(1);
const visits = asId<CustomFieldId>(1);
const birthday = asId<CustomFieldId>(2);
const city = asId<CustomFieldId>(3);
const member = asId<CustomFieldId>(4);

const names: RuleNames = {
  labels: [{ id: vip, name: 'VIP' }],
  campaigns: [{ id: spring, name: 'Spring sale' }],
  fields: [
    { id: visits, name: 'Visits', type: 'number' },
    { id: birthday, name: 'Birthday', type: 'date' },
    { id: city, name: 'City', type: 'text' },
    { id: member, name: 'Member', type: 'yes_no' },
  ],
  languages: ['pt-BR'],
  ...namesIn('en-GB'),
};

beforeAll(startI18n);

const within = (days: number) => ({ kind: 'within', days }) as const;

const WORDS: readonly (readonly [string, Rule])[] = [
  ['carry “VIP”', { kind: 'label', labelId: vip, has: true }],
  ['do not carry “VIP”', { kind: 'label', labelId: vip, has: false }],
  ['carry a label that was deleted', { kind: 'label', labelId: goneLabel, has: true }],
  ['said yes to offers', { kind: 'consent', state: 'in' }],
  ['said no to offers', { kind: 'consent', state: 'out' }],
  ['said neither yes nor no to offers', { kind: 'consent', state: 'unknown' }],
  ['last wrote within the last 30 days', { kind: 'last_message', from: 'them', when: within(30) }],
  ['last wrote within the last day', { kind: 'last_message', from: 'them', when: within(1) }],
  [
    'last heard from you more than 30 days ago',
    { kind: 'last_message', from: 'us', when: { kind: 'longer_ago', days: 30 } },
  ],
  [
    'were last in touch with you before 1 March 2026',
    { kind: 'last_message', from: 'either', when: { kind: 'before', date: '2026-03-01' } },
  ],
  ['never wrote', { kind: 'last_message', from: 'them', when: { kind: 'never' } }],
  ['never heard from you', { kind: 'last_message', from: 'us', when: { kind: 'never' } }],
  [
    'were never in touch with you',
    { kind: 'last_message', from: 'either', when: { kind: 'never' } },
  ],
  [
    'got “Spring sale” and did not read it',
    { kind: 'campaign', campaignId: spring, did: 'not_read', days: null },
  ],
  ['got no campaign', { kind: 'campaign', campaignId: null, did: 'not_got', days: null }],
  [
    'read a campaign (of the last 30 days)',
    { kind: 'campaign', campaignId: null, did: 'read', days: 30 },
  ],
  [
    'got a campaign that was deleted',
    { kind: 'campaign', campaignId: asId<CampaignId>(9), did: 'got', days: null },
  ],
  [
    'have at least 1,000.5 in Visits',
    { kind: 'field', fieldId: visits, test: { kind: 'number', op: 'at_least', value: 1000.5 } },
  ],
  [
    'do not have 3 in Visits',
    { kind: 'field', fieldId: visits, test: { kind: 'number', op: 'is_not', value: 3 } },
  ],
  [
    'have a day in Birthday that is within the next 7 days',
    { kind: 'field', fieldId: birthday, test: { kind: 'date', when: { kind: 'next', days: 7 } } },
  ],
  [
    'have “Rio” somewhere in City',
    { kind: 'field', fieldId: city, test: { kind: 'text', op: 'contains', value: 'Rio' } },
  ],
  ['have no in Member', { kind: 'field', fieldId: member, test: { kind: 'yes_no', isYes: false } }],
  [
    'have nothing in City',
    { kind: 'field', fieldId: city, test: { kind: 'filled', isFilled: false } },
  ],
  [
    'have something in a field that was deleted',
    { kind: 'field', fieldId: asId<CustomFieldId>(9), test: { kind: 'filled', isFilled: true } },
  ],
  ['speak Brazilian Portuguese', { kind: 'language', language: 'pt-BR', is: true }],
  ['do not speak Portuguese', { kind: 'language', language: 'pt', is: false }],
  ['speak a language nobody noted', { kind: 'language', language: null, is: true }],
  ['have a number from Brazil', { kind: 'country', country: 'BR', is: true }],
  ['have no number from Brazil', { kind: 'country', country: 'BR', is: false }],
  ['came through an advert', { kind: 'source', source: 'advert', is: true }],
  ['did not come with an imported list', { kind: 'source', source: 'import', is: false }],
  ['can be answered freely now', { kind: 'window', isOpen: true }],
  ['can only be sent templates now', { kind: 'window', isOpen: false }],
  ['are blocked', { kind: 'blocked', isBlocked: true }],
  ['are not blocked', { kind: 'blocked', isBlocked: false }],
  [
    'were added on or after 1 March 2026',
    { kind: 'created', when: { kind: 'since', date: '2026-03-01' } },
  ],
];

function group(combine: RuleGroup['combine'], ...rules: readonly RuleNode[]): RuleGroup {
  return { kind: 'group', combine, rules };
}

describe('a segment in words', () => {
  it.each(WORDS)('says people who %s', (words, rule) => {
    expect(ruleWords(t, rule, names)).toBe(words);
  });

  it('is one sentence, whatever is put together', () => {
    const blocked: Rule = { kind: 'blocked', isBlocked: true };
    const open: Rule = { kind: 'window', isOpen: true };
    const yes: Rule = { kind: 'consent', state: 'in' };
    expect(segmentWords(t, group('all'), names)).toBe('Everybody.');
    expect(segmentWords(t, group('all', open, yes), names)).toBe(
      'People who can be answered freely now and said yes to offers.',
    );
    expect(segmentWords(t, group('any', open, yes), names)).toBe(
      'People who can be answered freely now or said yes to offers.',
    );
    expect(segmentWords(t, group('none', open, blocked), names)).toBe(
      'Everybody but people who can be answered freely now or are blocked.',
    );
    expect(
      segmentWords(
        t,
        group('all', yes, group('any', open, blocked), group('none', blocked)),
        names,
      ),
    ).toBe(
      'People who said yes to offers, (can be answered freely now or are blocked) and are not among those who are blocked.',
    );
  });

  it('says what is missing, and what was deleted', () => {
    const unfinished: Rule = { kind: 'created', when: within(Number.NaN) };
    expect(ruleWords(t, unfinished, names)).toBe('(not finished)');
    expect(ruleProblem(unfinished, names)).toBe('unfinished');
    const problems = [
      { kind: 'label', labelId: goneLabel, has: false },
      { kind: 'campaign', campaignId: asId<CampaignId>(9), did: 'got', days: null },
      { kind: 'field', fieldId: asId<CustomFieldId>(9), test: { kind: 'filled', isFilled: true } },
      { kind: 'field', fieldId: visits, test: { kind: 'text', op: 'is', value: 'many' } },
    ] as const satisfies readonly Rule[];
    expect(problems.map((rule) => ruleProblem(rule, names))).toEqual([
      'label',
      'campaign',
      'field',
      'fieldType',
    ]);
    expect(isBroken(group('all', group('none', problems[0])), names)).toBe(true);
    expect(isBroken(group('all', unfinished), names)).toBe(false);
  });
});
