import type { FieldType } from '#shared/models/contact-field.ts';
import type { FieldTest, Rule, RuleNode, TimeTest } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import { DAY, NOW } from './segment-people.ts';
import type { Facts } from './segment-people.ts';

/** What is there to be asked about. */
export interface Known {
  readonly labels: ReadonlySet<number>;
  readonly fields: ReadonlyMap<number, FieldType>;
  /** When each began. */
  readonly campaigns: ReadonlyMap<number, number>;
}

/** Plain and slow: whether a person passes; undefined where nobody can say. */
export function passes(node: RuleNode, facts: Facts, known: Known): boolean | undefined {
  if (node.kind !== 'group') return passesRule(node, facts, known);
  if (node.rules.length === 0) return true;
  const answers = node.rules.map((each) => passes(each, facts, known));
  if (node.combine === 'all') {
    if (answers.includes(false)) return false;
    return answers.includes(undefined) ? undefined : true;
  }
  const isAny = answers.includes(true) || (answers.includes(undefined) ? undefined : false);
  if (node.combine === 'any') return isAny;
  return isAny === undefined ? undefined : !isAny;
}

function passesRule(rule: Rule, facts: Facts, known: Known): boolean | undefined {
  switch (rule.kind) {
    case 'label':
      if (!known.labels.has(rule.labelId)) return undefined;
      return [...facts.labelsOnThem, ...facts.labelsOnChat].includes(rule.labelId) === rule.has;
    case 'consent':
      return facts.consent === rule.state;
    case 'last_message': {
      const at = { them: facts.wroteAt, us: facts.gotReplyAt, either: latest(facts) }[rule.from];
      return rule.when.kind === 'never' ? at === null : passesTime(at, rule.when);
    }
    case 'campaign':
      return passesCampaign(rule, facts, known);
    case 'field': {
      const type = known.fields.get(rule.fieldId);
      if (type === undefined || (rule.test.kind !== 'filled' && rule.test.kind !== type)) {
        return undefined;
      }
      return passesValue(facts.fields.get(rule.fieldId) ?? '', rule.test);
    }
    case 'language': {
      const isIt =
        rule.language === null
          ? facts.language === null
          : facts.language === rule.language ||
            facts.language?.startsWith(`${rule.language}-`) === true;
      return isIt === rule.is;
    }
    case 'country':
      return (facts.country === rule.country) === rule.is;
    case 'source':
      return (facts.source === rule.source) === rule.is;
    case 'window':
      return (facts.wroteAt !== null && facts.wroteAt > NOW - DAY) === rule.isOpen;
    case 'blocked':
      return facts.isBlocked === rule.isBlocked;
    case 'created':
      return passesTime(facts.createdAt, rule.when);
    default:
      return unreachable(rule);
  }
}

function latest({ wroteAt, gotReplyAt }: Facts): number | null {
  const at = Math.max(wroteAt ?? 0, gotReplyAt ?? 0);
  return at === 0 ? null : at;
}

function passesTime(at: number | null, test: TimeTest): boolean {
  if (at === null) return false;
  switch (test.kind) {
    case 'within':
      return at >= NOW - test.days * DAY;
    case 'longer_ago':
      return at < NOW - test.days * DAY;
    case 'before':
      return at < new Date(`${test.date}T00:00:00`).getTime();
    case 'since':
      return at >= new Date(`${test.date}T00:00:00`).getTime();
    default:
      return unreachable(test);
  }
}

function passesCampaign(
  rule: Extract<Rule, { readonly kind: 'campaign' }>,
  facts: Facts,
  known: Known,
): boolean | undefined {
  if (rule.campaignId !== null && !known.campaigns.has(rule.campaignId)) return undefined;
  const since = rule.days === null ? 0 : NOW - rule.days * DAY;
  const states = facts.campaigns
    .filter(({ campaignId }) => rule.campaignId === null || campaignId === rule.campaignId)
    .filter(({ campaignId }) => (known.campaigns.get(campaignId) ?? 0) >= since)
    .map(({ status }) => status);
  const got = states.some((status) => !['planned', 'failed', 'skipped'].includes(status));
  const read = states.includes('read');
  return { got, not_got: !got, read, not_read: got && !read }[rule.did];
}

function passesValue(value: string, test: FieldTest): boolean {
  switch (test.kind) {
    case 'filled':
      return (value !== '') === test.isFilled;
    case 'text': {
      const [has, sought] = [value.toLowerCase(), test.value.toLowerCase()];
      const isSame = has === sought;
      const contains = value !== '' && has.includes(sought);
      return {
        is: isSame,
        is_not: !isSame,
        contains,
        begins: value !== '' && has.startsWith(sought),
      }[test.op];
    }
    case 'number': {
      const number = value === '' || Number.isNaN(Number(value)) ? null : Number(value);
      if (test.op === 'is_not') return number !== test.value;
      if (number === null) return false;
      return {
        is: number === test.value,
        at_least: number >= test.value,
        at_most: number <= test.value,
      }[test.op];
    }
    case 'date': {
      const day = value.slice(0, 10);
      if (day === '') return false;
      const away = Math.round((new Date(`${day}T12:00:00`).getTime() - NOW) / DAY);
      switch (test.when.kind) {
        case 'within':
          return away <= 0 && away >= -test.when.days;
        case 'longer_ago':
          return away < -test.when.days;
        case 'next':
          return away >= 0 && away <= test.when.days;
        case 'before':
          return day < test.when.date;
        case 'since':
          return day >= test.when.date;
        default:
          return unreachable(test.when);
      }
    }
    case 'yes_no':
      return value !== '' && (value === 'true') === test.isYes;
    default:
      return unreachable(test);
  }
}
