import { beforeAll, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type {
  AccountId,
  CampaignId,
  ChatId,
  ContactId,
  CustomFieldId,
  LabelId,
} from '#shared/ids.ts';
import type { Rule, RuleGroup, RuleNode } from '#shared/models/segment.ts';
import { createRandom } from '#shared/random.ts';
import type { NonEmpty, Random } from '#shared/random.ts';
import { segmentRulesSchema } from '#shared/segments/schema.ts';
import { pageContacts } from '#electron/store/contact-list.ts';
import { setFieldType } from '#electron/store/custom-fields.ts';
import { removeLabel, restoreLabel } from '#electron/store/labels.ts';
import { countSegment, pageSegmentIds } from '#electron/store/segment-query.ts';
import type { Store } from '#electron/store/store.ts';
import { plansOf } from '../support/query-plan.ts';
import { passes } from '../support/segment-oracle.ts';
import type { Known } from '../support/segment-oracle.ts';
import {
  addCampaign,
  addField,
  addImport,
  addLabel,
  addPerson,
  DAY,
  NOBODY_SPECIAL,
  NOW,
} from '../support/segment-people.ts';
import type { Facts } from '../support/segment-people.ts';
import { addAccount, addMessage, memoryStore } from '../support/store.ts';

let store: Store;
let accountId: AccountId;
let vip: LabelId;
let staff: LabelId;
let city: CustomFieldId;
let visits: CustomFieldId;
let birthday: CustomFieldId;
let isMember: CustomFieldId;
let spring: CampaignId;
let winter: CampaignId;
let known: Known;

const GONE_LABEL = asId<LabelId>(4711);

beforeAll(() => {
  store = memoryStore();
  accountId = addAccount(store);
  [vip, staff] = [addLabel(store, 'VIP'), addLabel(store, 'Staff')];
  city = addField(store, 'City', 'text');
  visits = addField(store, 'Visits', 'number');
  birthday = addField(store, 'Birthday', 'date');
  isMember = addField(store, 'Member', 'yes_no');
  const [springAt, winterAt] = [NOW - 3 * DAY, NOW - 90 * DAY];
  spring = asId<CampaignId>(addCampaign(store, accountId, 'Spring sale', springAt));
  winter = asId<CampaignId>(addCampaign(store, accountId, 'Winter sale', winterAt));
  addImport(store);
  known = {
    labels: new Set([vip, staff]),
    fields: new Map([
      [city, 'text'],
      [visits, 'number'],
      [birthday, 'date'],
      [isMember, 'yes_no'],
    ]),
    campaigns: new Map([
      [spring, springAt],
      [winter, winterAt],
    ]),
  };
});

function group(combine: RuleGroup['combine'], ...rules: readonly RuleNode[]): RuleGroup {
  return { kind: 'group', combine, rules };
}

let lines = 0;

/** A person with a number that nobody else has; `prefix` says how it begins. */
function person(facts: Partial<Facts>, prefix = '+5511'): Facts {
  lines += 1;
  return { ...NOBODY_SPECIAL, ...facts, phone: `${prefix}${String(9_8000_0000 + lines)}` };
}

function isIn(rules: RuleGroup, id: ContactId): boolean {
  const question = { rules, now: NOW, after: asId<ContactId>(id - 1), limit: 1 };
  return pageSegmentIds(store, question).contactIds.includes(id);
}

interface Case {
  readonly what: string;
  readonly rule: () => Rule;
  readonly inside: () => readonly Facts[];
  readonly outside: () => readonly Facts[];
}

const within = (days: number) => ({ kind: 'within', days }) as const;
const got = (id: CampaignId, status: string): Partial<Facts> => ({
  campaigns: [{ campaignId: id, status }],
});
const valued = (field: CustomFieldId, value: string): Partial<Facts> => ({
  fields: new Map([[field, value]]),
});

const CASES: readonly Case[] = [
  {
    what: 'a label on the person or on their chat',
    rule: () => ({ kind: 'label', labelId: vip, has: true }),
    inside: () => [person({ labelsOnThem: [vip, staff] }), person({ labelsOnChat: [vip] })],
    outside: () => [person({}), person({ labelsOnThem: [staff] })],
  },
  {
    what: 'a label that is not there',
    rule: () => ({ kind: 'label', labelId: vip, has: false }),
    inside: () => [person({}), person({ labelsOnThem: [staff] })],
    outside: () => [person({ labelsOnThem: [vip] }), person({ labelsOnChat: [vip] })],
  },
  ...(['in', 'out', 'unknown'] as const).map((state): Case => ({
    what: `consent: ${state}`,
    rule: () => ({ kind: 'consent', state }),
    inside: () => [person({ consent: state })],
    outside: () =>
      (['in', 'out', 'unknown'] as const)
        .filter((other) => other !== state)
        .map((consent) => person({ consent })),
  })),
  {
    what: 'who wrote within 7 days',
    rule: () => ({ kind: 'last_message', from: 'them', when: within(7) }),
    inside: () => [person({ wroteAt: NOW - 7 * DAY })],
    outside: () => [
      person({}),
      person({ wroteAt: NOW - 7 * DAY - 1 }),
      person({ gotReplyAt: NOW }),
    ],
  },
  {
    what: 'whom we wrote to longer than 30 days ago',
    rule: () => ({ kind: 'last_message', from: 'us', when: { kind: 'longer_ago', days: 30 } }),
    inside: () => [person({ gotReplyAt: NOW - 31 * DAY, wroteAt: NOW })],
    outside: () => [person({}), person({ gotReplyAt: NOW - 29 * DAY }), person({ wroteAt: 5 })],
  },
  {
    what: 'who was last written with before a day',
    rule: () => ({
      kind: 'last_message',
      from: 'either',
      when: { kind: 'before', date: '2026-06-01' },
    }),
    inside: () => [person({ wroteAt: new Date(2026, 4, 31, 23, 59).getTime() })],
    outside: () => [
      person({}),
      person({ wroteAt: new Date(2026, 5, 1).getTime() }),
      person({ wroteAt: 5, gotReplyAt: NOW }),
    ],
  },
  {
    what: 'who wrote since a day',
    rule: () => ({
      kind: 'last_message',
      from: 'them',
      when: { kind: 'since', date: '2026-06-01' },
    }),
    inside: () => [person({ wroteAt: new Date(2026, 5, 1).getTime() })],
    outside: () => [person({}), person({ wroteAt: new Date(2026, 5, 1).getTime() - 1 })],
  },
  {
    what: 'who never wrote',
    rule: () => ({ kind: 'last_message', from: 'them', when: { kind: 'never' } }),
    inside: () => [person({}), person({ gotReplyAt: NOW })],
    outside: () => [person({ wroteAt: 5 })],
  },
  {
    what: 'who got a campaign, or may have',
    rule: () => ({ kind: 'campaign', campaignId: spring, did: 'got', days: null }),
    inside: () =>
      ['claimed', 'accepted', 'sent', 'delivered', 'read', 'unknown'].map((status) =>
        person(got(spring, status)),
      ),
    outside: () => [
      person({}),
      person(got(winter, 'read')),
      ...['planned', 'failed', 'skipped'].map((status) => person(got(spring, status))),
    ],
  },
  {
    what: 'who did not get a campaign',
    rule: () => ({ kind: 'campaign', campaignId: spring, did: 'not_got', days: null }),
    inside: () => [person({}), person(got(spring, 'failed')), person(got(winter, 'read'))],
    outside: () => [person(got(spring, 'sent')), person(got(spring, 'unknown'))],
  },
  {
    what: 'who read a campaign',
    rule: () => ({ kind: 'campaign', campaignId: spring, did: 'read', days: null }),
    inside: () => [person(got(spring, 'read'))],
    outside: () => [person({}), person(got(spring, 'delivered')), person(got(winter, 'read'))],
  },
  {
    what: 'who got a campaign and did not read it',
    rule: () => ({ kind: 'campaign', campaignId: spring, did: 'not_read', days: null }),
    inside: () => [person(got(spring, 'delivered'))],
    outside: () => [person({}), person(got(spring, 'read')), person(got(spring, 'failed'))],
  },
  {
    what: 'who got any campaign of 30 days',
    rule: () => ({ kind: 'campaign', campaignId: null, did: 'got', days: 30 }),
    inside: () => [person(got(spring, 'sent'))],
    outside: () => [person({}), person(got(winter, 'read'))],
  },
  {
    what: 'a text in a field, in capitals or not',
    rule: () => ({
      kind: 'field',
      fieldId: city,
      test: { kind: 'text', op: 'is', value: 'São Paulo' },
    }),
    inside: () => [person(valued(city, 'SÃO PAULO'))],
    outside: () => [person({}), person(valued(city, 'São Paulo do Potengi'))],
  },
  {
    what: 'another text than this, or none',
    rule: () => ({
      kind: 'field',
      fieldId: city,
      test: { kind: 'text', op: 'is_not', value: 'Rio' },
    }),
    inside: () => [person({}), person(valued(city, 'São Paulo'))],
    outside: () => [person(valued(city, 'rio'))],
  },
  {
    what: 'a part of a text, whose signs mean nothing',
    rule: () => ({
      kind: 'field',
      fieldId: city,
      test: { kind: 'text', op: 'contains', value: '%_' },
    }),
    inside: () => [person(valued(city, '50%_off'))],
    outside: () => [person({}), person(valued(city, '50 off'))],
  },
  {
    what: 'the beginning of a text',
    rule: () => ({
      kind: 'field',
      fieldId: city,
      test: { kind: 'text', op: 'begins', value: 'São' },
    }),
    inside: () => [person(valued(city, 'são paulo'))],
    outside: () => [person({}), person(valued(city, 'de São'))],
  },
  {
    what: 'a number at least',
    rule: () => ({
      kind: 'field',
      fieldId: visits,
      test: { kind: 'number', op: 'at_least', value: 9 },
    }),
    inside: () => [person(valued(visits, '9')), person(valued(visits, '10.5'))],
    outside: () => [person({}), person(valued(visits, '-10')), person(valued(visits, 'many'))],
  },
  {
    what: 'a number at most',
    rule: () => ({
      kind: 'field',
      fieldId: visits,
      test: { kind: 'number', op: 'at_most', value: 9 },
    }),
    inside: () => [person(valued(visits, '9')), person(valued(visits, '-10'))],
    outside: () => [person({}), person(valued(visits, '10')), person(valued(visits, 'few'))],
  },
  {
    what: 'a number, written any way',
    rule: () => ({ kind: 'field', fieldId: visits, test: { kind: 'number', op: 'is', value: 9 } }),
    inside: () => [person(valued(visits, '9')), person(valued(visits, '9.0'))],
    outside: () => [person({}), person(valued(visits, '90'))],
  },
  {
    what: 'another number, or none',
    rule: () => ({
      kind: 'field',
      fieldId: visits,
      test: { kind: 'number', op: 'is_not', value: 9 },
    }),
    inside: () => [person({}), person(valued(visits, '90'))],
    outside: () => [person(valued(visits, '9'))],
  },
  {
    what: 'a day in the next week',
    rule: () => ({
      kind: 'field',
      fieldId: birthday,
      test: { kind: 'date', when: { kind: 'next', days: 7 } },
    }),
    inside: () => [person(valued(birthday, '2026-06-16')), person(valued(birthday, '2026-06-23'))],
    outside: () => [
      person({}),
      person(valued(birthday, '2026-06-15')),
      person(valued(birthday, '2026-06-24')),
    ],
  },
  {
    what: 'a day in the last week, with an hour or without',
    rule: () => ({
      kind: 'field',
      fieldId: birthday,
      test: { kind: 'date', when: within(7) },
    }),
    inside: () => [
      person(valued(birthday, '2026-06-09')),
      person(valued(birthday, '2026-06-16T22:00:00.000Z')),
    ],
    outside: () => [person({}), person(valued(birthday, '2026-06-08'))],
  },
  {
    what: 'a day before another',
    rule: () => ({
      kind: 'field',
      fieldId: birthday,
      test: { kind: 'date', when: { kind: 'before', date: '2000-01-01' } },
    }),
    inside: () => [person(valued(birthday, '1999-12-31'))],
    outside: () => [person({}), person(valued(birthday, '2000-01-01'))],
  },
  {
    what: 'yes',
    rule: () => ({ kind: 'field', fieldId: isMember, test: { kind: 'yes_no', isYes: true } }),
    inside: () => [person(valued(isMember, 'true'))],
    outside: () => [person({}), person(valued(isMember, 'false'))],
  },
  {
    what: 'no',
    rule: () => ({ kind: 'field', fieldId: isMember, test: { kind: 'yes_no', isYes: false } }),
    inside: () => [person(valued(isMember, 'false'))],
    outside: () => [person({}), person(valued(isMember, 'true'))],
  },
  {
    what: 'a field with anything in it',
    rule: () => ({ kind: 'field', fieldId: visits, test: { kind: 'filled', isFilled: true } }),
    inside: () => [person(valued(visits, '0'))],
    outside: () => [person({}), person(valued(city, 'Rio'))],
  },
  {
    what: 'a field with nothing in it',
    rule: () => ({ kind: 'field', fieldId: visits, test: { kind: 'filled', isFilled: false } }),
    inside: () => [person({}), person(valued(visits, ''))],
    outside: () => [person(valued(visits, '0'))],
  },
  {
    what: 'a language, with all its countries',
    rule: () => ({ kind: 'language', language: 'pt', is: true }),
    inside: () => [person({ language: 'pt' }), person({ language: 'pt-BR' })],
    outside: () => [person({}), person({ language: 'ptx' }), person({ language: 'en' })],
  },
  {
    what: 'no known language',
    rule: () => ({ kind: 'language', language: null, is: true }),
    inside: () => [person({})],
    outside: () => [person({ language: 'pt' })],
  },
  {
    what: 'another language, or none that is known',
    rule: () => ({ kind: 'language', language: 'pt', is: false }),
    inside: () => [person({}), person({ language: 'en' })],
    outside: () => [person({ language: 'pt-PT' })],
  },
  {
    what: 'the United States, which share their code with Canada',
    rule: () => ({ kind: 'country', country: 'US', is: true }),
    inside: () => [{ ...person({ country: 'US' }), phone: '+12125550143' }],
    outside: () => [
      person({}),
      { ...person({ country: 'CA' }), phone: '+14165550143' },
      { ...person({ country: 'JM' }), phone: '+18765550143' },
    ],
  },
  {
    what: 'any country but one',
    rule: () => ({ kind: 'country', country: 'BR', is: false }),
    inside: () => [{ ...person({ country: 'US' }), phone: '+12125550144' }],
    outside: () => [person({})],
  },
  ...(['signup', 'advert', 'import', 'direct'] as const).map((source): Case => ({
    what: `source: ${source}`,
    rule: () => ({ kind: 'source', source, is: true }),
    inside: () => [person({ source })],
    outside: () =>
      (['signup', 'advert', 'import', 'direct'] as const)
        .filter((other) => other !== source)
        .map((other) => person({ source: other })),
  })),
  {
    what: 'an open window',
    rule: () => ({ kind: 'window', isOpen: true }),
    inside: () => [person({ wroteAt: NOW - DAY + 1 })],
    outside: () => [person({}), person({ wroteAt: NOW - DAY }), person({ gotReplyAt: NOW })],
  },
  {
    what: 'a closed window',
    rule: () => ({ kind: 'window', isOpen: false }),
    inside: () => [person({}), person({ wroteAt: NOW - DAY })],
    outside: () => [person({ wroteAt: NOW - 1 })],
  },
  {
    what: 'the blocked',
    rule: () => ({ kind: 'blocked', isBlocked: true }),
    inside: () => [person({ isBlocked: true })],
    outside: () => [person({})],
  },
  {
    what: 'who came within 10 days',
    rule: () => ({ kind: 'created', when: within(10) }),
    inside: () => [person({ createdAt: NOW - 10 * DAY })],
    outside: () => [person({ createdAt: NOW - 10 * DAY - 1 })],
  },
  {
    what: 'who came before a day',
    rule: () => ({ kind: 'created', when: { kind: 'before', date: '2026-01-01' } }),
    inside: () => [person({ createdAt: new Date(2025, 11, 31).getTime() })],
    outside: () => [person({ createdAt: new Date(2026, 0, 1).getTime() })],
  },
];

describe('a rule', () => {
  it.each(CASES)('finds $what, and nobody else', ({ rule, inside, outside }) => {
    const asked = segmentRulesSchema.parse(group('all', rule()));
    const ins = inside().map((facts) => ({ facts, id: addPerson(store, accountId, facts) }));
    const outs = outside().map((facts) => ({ facts, id: addPerson(store, accountId, facts) }));
    expect(ins.filter(({ id }) => !isIn(asked, id)).map(({ facts }) => facts)).toEqual([]);
    expect(outs.filter(({ id }) => isIn(asked, id)).map(({ facts }) => facts)).toEqual([]);
    for (const { facts, id } of [...ins, ...outs]) {
      expect(passes(asked, facts, known)).toBe(isIn(asked, id));
    }
  });

  it('about what was deleted passes nobody, not by its opposite either', () => {
    const carried = addPerson(store, accountId, person({ labelsOnThem: [vip] }));
    const has = { kind: 'label', labelId: GONE_LABEL, has: true } as const;
    for (const rules of [
      group('all', has),
      group('all', { ...has, has: false }),
      group('none', has),
      group('none', { ...has, has: false }),
      group('all', group('none', has)),
      group('all', { kind: 'campaign', campaignId: asId(4711), did: 'not_got', days: null }),
      group('none', {
        kind: 'field',
        fieldId: asId(4711),
        test: { kind: 'filled', isFilled: true },
      }),
    ]) {
      expect(countSegment(store, { rules, now: NOW })).toBe(0);
    }
    const orVip = group('any', has, { kind: 'label', labelId: vip, has: true });
    expect(isIn(orVip, carried)).toBe(true);
  });

  it('about a field passes nobody once the field holds something else', () => {
    const field = addField(store, 'Shoe size', 'number');
    const id = addPerson(store, accountId, person(valued(field, '42')));
    const rules = group('all', {
      kind: 'field',
      fieldId: field,
      test: { kind: 'number', op: 'at_least', value: 40 },
    });
    expect(isIn(rules, id)).toBe(true);
    store.write((tx) => setFieldType(tx, field, 'text'));
    expect(isIn(rules, id)).toBe(false);
  });

  it('works again when a deleted label comes back', () => {
    const label = addLabel(store, 'Regulars');
    const id = addPerson(store, accountId, person({ labelsOnThem: [label] }));
    const rules = group('all', { kind: 'label', labelId: label, has: true });
    store.write((tx) => removeLabel(tx, label, NOW));
    expect(isIn(rules, id)).toBe(false);
    store.write((tx) => restoreLabel(tx, { id: label, name: 'Regulars', color: '#3f8f63' }));
    expect(isIn(rules, id)).toBe(true);
  });
});

describe('when we last wrote', () => {
  it('is right again after a message failed, moved or went', () => {
    const own = { direction: 'outbound', origin: 'frontdesk', status: 'sent' } as const;
    const id = addPerson(store, accountId, person({ gotReplyAt: 1000 }));
    const chatId = asId<ChatId>(
      store.prepare<{ id: number }>('SELECT id FROM conversation WHERE contact_id = ?').get(id)
        ?.id ?? 0,
    );
    const lastOfOurs = (): unknown =>
      store.prepare('SELECT last_outbound_at AS at FROM conversation WHERE id = ?').get(chatId);
    const latest = addMessage(store, accountId, chatId, { ...own, timestamp: 3000 });
    addMessage(store, accountId, chatId, { ...own, timestamp: 2000 });
    expect(lastOfOurs()).toEqual({ at: 3000 });
    store.write((tx) => tx.run("UPDATE message SET status = 'failed' WHERE id = ?", latest));
    expect(lastOfOurs()).toEqual({ at: 2000 });
    store.write((tx) => tx.run("UPDATE message SET status = 'sent' WHERE id = ?", latest));
    expect(lastOfOurs()).toEqual({ at: 3000 });
    store.write((tx) => tx.run('DELETE FROM message WHERE id = ?', latest));
    expect(lastOfOurs()).toEqual({ at: 2000 });
  });
});

const COMBINE: NonEmpty<RuleGroup['combine']> = ['all', 'any', 'none'];

function randomRule(random: Random): Rule {
  const made = CASES[random.below(CASES.length)]?.rule();
  if (made === undefined || random.chance(0.05)) {
    return { kind: 'label', labelId: GONE_LABEL, has: random.chance(0.5) };
  }
  return made;
}

function randomGroup(random: Random, depth: number): RuleGroup {
  const rules = Array.from({ length: 1 + random.below(3) }, () =>
    depth < 2 && random.chance(0.35) ? randomGroup(random, depth + 1) : randomRule(random),
  );
  return group(random.pick(COMBINE), ...rules);
}

describe('any tree of rules', () => {
  it('finds exactly the people whom plain reasoning finds', () => {
    const random = createRandom('segments');
    const people = Array.from({ length: 120 }, () => {
      const facts = randomPerson(random);
      return { facts, id: addPerson(store, accountId, facts) };
    });
    const first = asId<ContactId>((people[0]?.id ?? 1) - 1);
    for (let round = 0; round < 400; round += 1) {
      const rules = segmentRulesSchema.parse(randomGroup(random, 0));
      const question = { rules, now: NOW, after: first, limit: 1000 };
      const expected = people.filter(({ facts }) => passes(rules, facts, known) === true);
      expect(
        pageSegmentIds(store, question).contactIds.filter((id) =>
          people.some((each) => each.id === id),
        ),
        JSON.stringify(rules),
      ).toEqual(expected.map(({ id }) => id));
    }
  });

  it('counts, pages and lists the same people', () => {
    const rules = group('all', { kind: 'created', when: { kind: 'before', date: '2026-06-01' } });
    const question = { rules, now: NOW };
    const ids: ContactId[] = [];
    let after: ContactId | null = null;
    do {
      const page = pageSegmentIds(store, { ...question, after, limit: 7 });
      ids.push(...page.contactIds);
      after = page.next;
    } while (after !== null);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(countSegment(store, question)).toBe(ids.length);
    const listed: ContactId[] = [];
    let cursor: string | null = null;
    do {
      const page = pageContacts(store, {
        text: null,
        order: 'name',
        labelId: null,
        optedOut: null,
        isBlocked: null,
        language: null,
        phonePrefix: null,
        segment: question,
        cursor,
        limit: 50,
      });
      listed.push(...page.contacts.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(listed.toSorted((a, b) => a - b)).toEqual(ids);
  });

  it('never walks through all messages', () => {
    const everything = group('any', ...CASES.map(({ rule }) => rule()));
    const plans = plansOf(store, () => countSegment(store, { rules: everything, now: NOW }));
    expect(plans).toContain('SCAN c');
    expect(plans).not.toMatch(/SCAN (m|message|n|e|f|p|x|r|contact_label)\b/);
  });

  it('may be three groups deep and no deeper, and no group in it empty', () => {
    const leaf: Rule = { kind: 'blocked', isBlocked: true };
    const three = group('all', group('any', group('none', leaf)));
    expect(segmentRulesSchema.safeParse(three).success).toBe(true);
    expect(segmentRulesSchema.safeParse(group('all', three)).success).toBe(false);
    expect(segmentRulesSchema.safeParse(group('all')).success).toBe(true);
    expect(segmentRulesSchema.safeParse(group('all', group('none'))).success).toBe(false);
  });
});

const COUNTRIES: NonEmpty<readonly [string, string]> = [
  ['BR', '+5511'],
  ['US', '+1212'],
  ['CA', '+1416'],
];

function randomPerson(random: Random): Facts {
  const sometime = (): number | null => (random.chance(0.4) ? null : NOW - random.below(100 * DAY));
  const some = <T>(items: readonly T[]): T[] => items.filter(() => random.chance(0.4));
  const [country, prefix] = random.pick(COUNTRIES);
  lines += 1;
  const line =
    prefix === '+5511' ? String(9_8000_0000 + lines) : `555${String(1000 + lines).slice(-4)}`;
  const values: readonly (readonly [CustomFieldId, string])[] = [
    [city, random.pick(['Rio', 'São Paulo', '50%_off', ''])],
    [visits, random.pick(['9', '10', '-3', 'many'])],
    [birthday, random.pick(['2026-06-15', '2026-06-20', '1999-12-31'])],
    [isMember, random.pick(['true', 'false'])],
  ];
  return {
    phone: `${prefix}${line}`,
    country,
    labelsOnThem: some([vip, staff]),
    labelsOnChat: some([vip, staff]),
    consent: random.pick(['in', 'out', 'unknown']),
    wroteAt: random.chance(0.2) ? NOW - random.below(DAY) : sometime(),
    gotReplyAt: sometime(),
    campaigns: some([spring, winter]).map((campaignId) => ({
      campaignId,
      status: random.pick(['planned', 'sent', 'read', 'failed', 'unknown']),
    })),
    fields: new Map(some(values)),
    language: random.pick([null, 'pt', 'pt-BR', 'en']),
    source: random.pick(['signup', 'advert', 'import', 'direct']),
    isBlocked: random.chance(0.1),
    createdAt: NOW - random.below(400 * DAY),
  };
}
