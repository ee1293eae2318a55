import type { TFunction } from 'i18next';
import type { FieldTest, Rule } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import { isFinished } from './finished-rule.ts';
import type { AnyTime } from './finished-rule.ts';
import type { RuleNames } from './rule-names.ts';

/** What a rule says of people, to stand after “people who”. */
export function ruleWords(t: TFunction, rule: Rule, names: RuleNames): string {
  if (!isFinished(rule)) return t('segments.words.nothingYet');
  switch (rule.kind) {
    case 'label': {
      const label = nameOf(t, names.labels, rule.labelId) ?? t('segments.words.goneLabel');
      return t(rule.has ? 'segments.words.carry' : 'segments.words.lack', { label });
    }
    case 'consent':
      return t(`segments.words.${rule.state}`);
    case 'last_message':
      return rule.when.kind === 'never'
        ? t(NEVER[rule.from])
        : t(`segments.words.${rule.from}`, { when: timeWords(t, rule.when, names) });
    case 'campaign':
      return campaignWords(t, rule, names);
    case 'field': {
      const known = names.fields.find(({ id }) => id === rule.fieldId);
      const field = known?.name ?? t('segments.words.goneField');
      return fieldWords(t, field, rule.test, names);
    }
    case 'language':
      return languageWords(t, rule, names);
    case 'country': {
      const country = names.country(rule.country);
      return t(rule.is ? 'segments.words.from' : 'segments.words.notFrom', { country });
    }
    case 'source':
      return rule.is ? t(`segments.words.${rule.source}`) : t(NOT_BY[rule.source]);
    case 'window':
      return t(rule.isOpen ? 'segments.words.open' : 'segments.words.closed');
    case 'blocked':
      return t(rule.isBlocked ? 'segments.words.blocked' : 'segments.words.notBlocked');
    case 'created':
      return t('segments.words.created', { when: timeWords(t, rule.when, names) });
    default:
      return unreachable(rule);
  }
}

const NEVER = {
  them: 'segments.words.neverThem',
  us: 'segments.words.neverUs',
  either: 'segments.words.neverEither',
} as const;

const NOT_BY = {
  signup: 'segments.words.notSignup',
  advert: 'segments.words.notAdvert',
  import: 'segments.words.notImport',
  direct: 'segments.words.notDirect',
} as const;

function timeWords(
  t: TFunction,
  test: Exclude<AnyTime, { readonly kind: 'never' }>,
  names: RuleNames,
): string {
  switch (test.kind) {
    case 'within':
    case 'longer_ago':
    case 'next':
      return t(`segments.words.${test.kind}`, { count: test.days });
    case 'before':
    case 'since':
      return t(`segments.words.${test.kind}`, { date: names.day(test.date) });
    default:
      return unreachable(test);
  }
}

function campaignWords(
  t: TFunction,
  { campaignId, did, days }: Extract<Rule, { readonly kind: 'campaign' }>,
  names: RuleNames,
): string {
  const rule =
    campaignId === null
      ? t(`segments.words.${did}Any`)
      : t(`segments.words.${did}`, {
          campaign: nameOf(t, names.campaigns, campaignId) ?? t('segments.words.goneCampaign'),
        });
  return days === null ? rule : t('segments.words.campaignDays', { rule, count: days });
}

function nameOf(
  t: TFunction,
  things: readonly { readonly id: number; readonly name: string }[],
  id: number,
): string | undefined {
  const known = things.find((thing) => thing.id === id);
  return known && t('segments.words.quoted', { name: known.name });
}

function fieldWords(t: TFunction, field: string, test: FieldTest, names: RuleNames): string {
  switch (test.kind) {
    case 'filled':
      return t(test.isFilled ? 'segments.words.filled' : 'segments.words.emptyField', { field });
    case 'text':
      return t(`segments.words.${test.op}`, { field, value: test.value });
    case 'number':
      return t(NUMBER[test.op], { field, value: names.number(test.value) });
    case 'date':
      return t('segments.words.fieldDay', { field, when: timeWords(t, test.when, names) });
    case 'yes_no':
      return t(test.isYes ? 'segments.words.yes' : 'segments.words.no', { field });
    default:
      return unreachable(test);
  }
}

const NUMBER = {
  is: 'segments.words.numberIs',
  is_not: 'segments.words.numberIs_not',
  at_least: 'segments.words.at_least',
  at_most: 'segments.words.at_most',
} as const;

function languageWords(
  t: TFunction,
  { language, is }: Extract<Rule, { readonly kind: 'language' }>,
  names: RuleNames,
): string {
  if (language === null) {
    return t(is ? 'segments.words.languageUnknown' : 'segments.words.languageKnown');
  }
  const words = { language: names.language(language) };
  return t(is ? 'segments.words.speak' : 'segments.words.speakNot', words);
}
