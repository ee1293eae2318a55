import { asId } from '#shared/ids.ts';
import type { CustomFieldId, LabelId } from '#shared/ids.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import type { FieldTest, Rule, RuleKind, TimeTest } from '#shared/models/segment.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { RuleNames } from './rule-names.ts';

/** What is no id: nothing is chosen yet. */
const NONE = 0;
const MONTH = 30;

/** A rule to begin with, as it is most often asked. */
export function newRule(kind: RuleKind, names: RuleNames): Rule {
  switch (kind) {
    case 'label':
      return { kind, labelId: names.labels[0]?.id ?? asId<LabelId>(NONE), has: true };
    case 'consent':
      return { kind, state: 'in' };
    case 'last_message':
      return { kind, from: 'them', when: { kind: 'within', days: MONTH } };
    case 'campaign':
      return { kind, campaignId: null, did: 'got', days: MONTH };
    case 'field': {
      const [field] = names.fields;
      return {
        kind,
        fieldId: field?.id ?? asId<CustomFieldId>(NONE),
        test: newTest(field?.type ?? 'text'),
      };
    }
    case 'language':
      return { kind, language: names.languages[0] ?? null, is: true };
    case 'country':
      return { kind, country: homeCountry(), is: true };
    case 'source':
      return { kind, source: 'signup', is: true };
    case 'window':
      return { kind, isOpen: true };
    case 'blocked':
      return { kind, isBlocked: false };
    case 'created':
      return { kind, when: { kind: 'within', days: MONTH } };
    default:
      return unreachable(kind);
  }
}

/** What is asked of a field of this type first. */
export function newTest(type: FieldType): FieldTest {
  switch (type) {
    case 'text':
      return { kind: 'text', op: 'is', value: '' };
    case 'number':
      return { kind: 'number', op: 'at_least', value: Number.NaN };
    case 'date':
      return { kind: 'date', when: { kind: 'next', days: MONTH } };
    case 'yes_no':
      return { kind: 'yes_no', isYes: true };
    default:
      return unreachable(type);
  }
}

/** Another way to ask for a time, with as much of the former as it can keep. */
export function newTime(kind: TimeTest['kind'], days: number, date: string): TimeTest {
  switch (kind) {
    case 'within':
    case 'longer_ago':
      return { kind, days };
    case 'before':
    case 'since':
      return { kind, date };
    default:
      return unreachable(kind);
  }
}

function homeCountry(): string {
  return new Intl.Locale(navigator.language).maximize().region ?? 'US';
}
