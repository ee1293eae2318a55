import type { CampaignId, CustomFieldId } from '#shared/ids.ts';
import type { Rule } from '#shared/models/segment.ts';
import { DAY, NOW } from './segment-people.ts';
import type { Facts } from './segment-people.ts';
import type { SegmentWorld } from './segment-world.ts';

export interface Case {
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

/** Every rule, with people who are in and people who are out. */
export function segmentCases({
  vip,
  staff,
  city,
  visits,
  birthday,
  isMember,
  spring,
  winter,
  person,
}: SegmentWorld): readonly Case[] {
  return [
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
      rule: () => ({
        kind: 'field',
        fieldId: visits,
        test: { kind: 'number', op: 'is', value: 9 },
      }),
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
      inside: () => [
        person(valued(birthday, '2026-06-16')),
        person(valued(birthday, '2026-06-23')),
      ],
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
      inside: () => [person({ country: 'US' })],
      outside: () => [person({}), person({ country: 'CA' }), person({ country: 'JM' })],
    },
    {
      what: 'any country but one',
      rule: () => ({ kind: 'country', country: 'BR', is: false }),
      inside: () => [person({ country: 'US' })],
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
}
